package de.stadtgraph.rml.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Looks for the field, or the first few fields together, that tell records apart. Not thread-safe.
final class KeySearch {
    private static final int MOST_FIELDS = 6;
    private static final Pattern NAMED = Pattern.compile(
            "(^|.*[^a-z])(id|gid|gisid|guid|uuid|key|schluessel|schlüssel|nr|nummer|no|number|code|kennung|kuerzel|kürzel)([^a-z].*|$)|.*(_id|id|nr|nummer|key)$");
    private static final Pattern ROW_NUMBER = Pattern.compile("objectid|fid|ogc_fid|oid|row|zeile|lfd.*|_id");
    private static final int LONGEST = 100;

    private final List<DistinctValues> combinations = new ArrayList<>();

    KeySearch(int limit) {
        for (int i = 0; i < MOST_FIELDS; i++) {
            combinations.add(new DistinctValues(limit, 0));
        }
    }

    /// Adds one record; the combinations are the first two to six fields.
    void add(List<List<String>> values) {
        var together = new StringBuilder();
        for (int i = 0; i < Math.min(MOST_FIELDS, values.size()); i++) {
            together.append('|');
            values.get(i).forEach(value -> together.append(value, 0, Math.min(value.length(), 2 * LONGEST)));
            if (i > 0) {
                combinations.get(i).addPrint(together);
            }
        }
    }

    /// @param value index of a field that cannot be part of a key, or -1
    List<Integer> key(List<FieldProfile> fields, int value) {
        List<Integer> single = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (i != value && isCandidate(fields.get(i))) {
                single.add(i);
            }
        }
        if (!single.isEmpty()) {
            return List.of(single.stream()
                    .max(Comparator.comparingInt((Integer i) -> score(fields.get(i)))
                            .thenComparingInt(i -> -i))
                    .orElseThrow());
        }
        return together(fields, value);
    }

    private List<Integer> together(List<FieldProfile> fields, int value) {
        long records = fields.isEmpty() ? 0 : fields.getFirst().records();
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_FIELDS, fields.size()); i++) {
            if (i == value || !canBePart(fields.get(i))) {
                return List.of();
            }
            parts.add(i);
            if (i > 0
                    && !combinations.get(i).isOverflown()
                    && combinations.get(i).size() == records) {
                return parts.stream()
                        .filter(part -> !fields.get(part).isConstant())
                        .toList();
            }
        }
        return List.of();
    }

    private static boolean canBePart(FieldProfile field) {
        return field.filled() == field.records()
                && field.several() <= 1
                && field.length().most() <= LONGEST
                && field.count(ValueForm.GEOJSON) + field.count(ValueForm.WKT) + field.count(ValueForm.EWKB) == 0
                && !field.isMostly(ValueForm.DECIMAL_POINT, ValueForm.DECIMAL_COMMA, ValueForm.FLOAT);
    }

    private static boolean isCandidate(FieldProfile field) {
        return field.isUnique() && canBePart(field) && field.count(ValueForm.URL) == 0;
    }

    private static int score(FieldProfile field) {
        String name =
                field.name().toLowerCase(Locale.ROOT).replaceFirst(".*[./]", "").replace("@", "");
        int score = NAMED.matcher(name).matches() ? 100 : 0;
        score -= ROW_NUMBER.matcher(name).matches() ? 60 : 0;
        score += field.isMostly(ValueForm.UUID) ? 20 : 0;
        score += field.isMostly(ValueForm.INTEGER) ? 0 : 5;
        score -= isRunningNumber(field) ? 30 : 0;
        score -= field.isMostly(ValueForm.DATE_GERMAN, ValueForm.DATE_ISO) ? 10 : 0;
        score -= field.length().most() > 40 ? 20 : 0;
        return score;
    }

    private static boolean isRunningNumber(FieldProfile field) {
        return field.isMostly(ValueForm.INTEGER)
                && field.most() - field.least() == field.records() - 1
                && (field.least() == 0 || field.least() == 1);
    }
}
