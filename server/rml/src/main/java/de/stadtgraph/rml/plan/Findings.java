package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.term.Fault;

/// Where a plan tells what it could not use while a record is evaluated.
public interface Findings {
    /// A value is left out; the record stays.
    void value(Fault fault, Place place, String value);

    /// The whole record gives nothing.
    void record(Fault fault, Place place, String value);

    /// A value is in no code list of that name; it is left out.
    void unmapped(String list, Place place, String value);

    /// The same, where a value that is left out takes its record with it.
    default Findings strict() {
        Findings plain = this;
        return new Findings() {
            @Override
            public void value(Fault fault, Place place, String value) {
                plain.record(fault, place, value);
            }

            @Override
            public void record(Fault fault, Place place, String value) {
                plain.record(fault, place, value);
            }

            @Override
            public void unmapped(String list, Place place, String value) {
                plain.record(Fault.NO_CODE, place, value);
            }
        };
    }

    /// A place of the mapping, for reports.
    ///
    /// @param rule the rule and its line
    /// @param fields the fields of the source that it reads
    record Place(String rule, String fields) {}

    /// Tells nobody: for records that are told of in another scan.
    static Findings ignored() {
        return new Findings() {
            @Override
            public void value(Fault fault, Place place, String value) {}

            @Override
            public void record(Fault fault, Place place, String value) {}

            @Override
            public void unmapped(String list, Place place, String value) {}
        };
    }
}
