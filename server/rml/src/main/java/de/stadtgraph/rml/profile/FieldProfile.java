package de.stadtgraph.rml.profile;

import java.util.List;
import java.util.Map;

/// What was seen in one field. Immutable.
///
/// @param name column, or path as the engine's inventory writes it
/// @param reference how a mapping refers to it
/// @param records records that were read
/// @param filled records in which it has a value, words for "no value" not counted
/// @param nothings words for "no value" that occur
/// @param forms how often each form occurs
/// @param distinct number of different values
/// @param many whether there are more different values than are told apart
/// @param values the first different values with their counts; few where `distinct` is small
/// @param least the smallest number, `most` the largest; NaN where there are none
/// @param length number of characters of the shortest and longest value
/// @param dayFirst slash dates whose first part is above 12; `monthFirst` whose second is
/// @param words what the texts look like
/// @param several most values of one record
/// @param shapes some geometries, whole
public record FieldProfile(
        String name,
        String reference,
        long records,
        long filled,
        List<String> nothings,
        Map<ValueForm, Long> forms,
        int distinct,
        boolean many,
        Map<String, Integer> values,
        double least,
        double most,
        Length length,
        long dayFirst,
        long monthFirst,
        Words words,
        int several,
        List<String> shapes) {

    /// Numbers of characters.
    record Length(int least, int most) {}

    /// @param german texts with a German stop word, `english` with an English one
    /// @param names texts that hold a known first name
    /// @param marks values of two or three letters
    record Words(long german, long english, long names, long marks) {}

    public FieldProfile {
        nothings = List.copyOf(nothings);
        shapes = List.copyOf(shapes);
        forms = Map.copyOf(forms);
        values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
    }

    /// Whether all values are of these forms but for one in two hundred.
    boolean isMostly(ValueForm... wanted) {
        long count = 0;
        for (ValueForm form : wanted) {
            count += forms.getOrDefault(form, 0L);
        }
        long all = forms.values().stream().mapToLong(Long::longValue).sum();
        return all > 0 && count * 1000 >= all * 995;
    }

    long count(ValueForm form) {
        return forms.getOrDefault(form, 0L);
    }

    boolean isEmpty() {
        return filled == 0;
    }

    boolean isConstant() {
        return distinct == 1 && filled == records && records > 1;
    }

    /// Filled in every record, each value once.
    boolean isUnique() {
        return filled == records && !many && distinct == filled && several <= 1;
    }

    /// Share of records with a value, in percent.
    long fillRate() {
        return records == 0 ? 0 : filled * 100 / records;
    }
}
