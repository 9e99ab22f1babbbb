package de.stadtgraph.rml.profile;

import java.util.List;

/// What a field is taken for in the draft.
sealed interface FieldRole {
    /// Part of the key of the records.
    record Key() implements FieldRole {}

    /// Not mapped.
    ///
    /// @param german the reason for `dataset.ttl`, `english` the same
    /// @param personal whether a person must decide
    record Dropped(String german, String english, boolean personal) implements FieldRole {}

    /// A number; the signs are those it is written with.
    record Numeric(boolean whole, String decimalSign, List<String> groupSigns) implements FieldRole {
        public Numeric {
            groupSigns = List.copyOf(groupSigns);
        }
    }

    /// A number with an exponent.
    record Floating() implements FieldRole {}

    record Date(String pattern) implements FieldRole {}

    /// @param pattern empty: ISO 8601
    record Moment(String pattern) implements FieldRole {}

    /// @param unit `s` or `ms`
    record UnixTime(String unit) implements FieldRole {}

    record Truth(List<String> trueWords, List<String> falseWords) implements FieldRole {
        public Truth {
            trueWords = List.copyOf(trueWords);
            falseWords = List.copyOf(falseWords);
        }
    }

    record Link() implements FieldRole {}

    /// A value of a small list: becomes a concept.
    record Code() implements FieldRole {}

    /// A geometry in one field.
    record Shape(String crs) implements FieldRole {}

    /// One half of a point.
    record East(int north, String crs) implements FieldRole {}

    record North() implements FieldRole {}

    /// @param language empty where the text is of no language, as a number with leading zeros
    record Words(String language) implements FieldRole {}
}
