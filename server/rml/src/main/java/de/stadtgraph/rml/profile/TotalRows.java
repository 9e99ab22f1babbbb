package de.stadtgraph.rml.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks for records that are sums of others: mapped with them, everything is counted twice. Not thread-safe.
final class TotalRows {
    private static final Pattern WORD = Pattern.compile(
            "(?iu)(jahres|gesamt|zwischen|end)?summen?|insgesamt|gesamt|gesamt(stadt|ergebnis|zahl)|total|sum|zusammen"
                    + "|(stadt|kreis|land|bezirk|gemeinde)\\s.{1,30}\\s(ins)?gesamt|(ins)?gesamt\\s.{1,30}");
    /// Fields in which a row is named.
    private static final int NAMED_IN = 3;
    private static final int LONGEST = 50;
    private static final int LEAST_COLUMNS = 2;

    private long count;
    private long first;
    private String word = "";

    void add(long number, List<List<String>> values) {
        for (int i = 0; i < Math.min(NAMED_IN, values.size()); i++) {
            for (String value : values.get(i)) {
                if (Character.isLetter(value.charAt(0))
                        && value.length() <= LONGEST
                        && WORD.matcher(value.strip()).matches()) {
                    note(number, value.strip());
                    return;
                }
            }
        }
    }

    private void note(long number, String named) {
        if (count == 0) {
            first = number;
            word = named;
        }
        count++;
    }

    /// What a person must decide, one sentence each.
    ///
    /// @param records that were read
    List<String> notes(long records, List<FieldTally> fields) {
        List<String> notes = new ArrayList<>();
        named(records).ifPresent(notes::add);
        long sums = fields.stream().filter(FieldTally::endsWithSum).count();
        if (sums >= LEAST_COLUMNS && count == 0) {
            notes.add(("The numbers of the last record are the sums of all others in %d fields: leave it out with"
                            + " rml:condition or sg:footerRows 1, or everything counts twice.")
                    .formatted(sums));
        }
        return notes;
    }

    private Optional<String> named(long records) {
        // A word that every other record bears is no sign of a sum.
        if (count == 0 || count * 2 > records) {
            return Optional.empty();
        }
        return Optional.of((count == 1
                                ? "Record %d (“%s”) looks like a sum"
                                : "%3$d records look like sums, the first is" + " record %1$d (“%2$s”)")
                        .formatted(first, word, count)
                + ": leave sums out with rml:condition or sg:stopAt, or everything counts twice.");
    }
}
