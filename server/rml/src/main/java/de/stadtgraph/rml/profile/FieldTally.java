package de.stadtgraph.rml.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Counts what is seen in one field. Not thread-safe.
final class FieldTally {
    private static final int KEPT = 60;
    private static final int NOTHINGS = 6;
    private static final int SHAPES = 8;
    private static final int REMEMBERED = 500;
    private static final int LONGEST_REMEMBERED = 64;
    private static final int LONGEST_SHAPE = 200_000;

    private final String name;
    private final String reference;
    private final DistinctValues distinct;
    private final Map<ValueForm, Long> forms = new EnumMap<>(ValueForm.class);
    private final Set<String> nothings = new LinkedHashSet<>();
    private final List<String> shapes = new ArrayList<>();
    private final Map<String, ValueForm> remembered = new HashMap<>();
    private long filled;
    private double least = Double.NaN;
    private double most = Double.NaN;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private long dayFirst;
    private long monthFirst;
    private long german;
    private long english;
    private long names;
    private long marks;
    private int several;

    FieldTally(String name, String reference, ProfileLimits limits) {
        this.name = name;
        this.reference = reference;
        this.distinct = new DistinctValues(limits.distinct(), KEPT);
    }

    /// Adds the values of one record.
    ///
    /// @return the form of the first one; NOTHING where there is none
    ValueForm add(List<String> values) {
        ValueForm first = ValueForm.NOTHING;
        boolean any = false;
        for (String value : values) {
            ValueForm form = form(value);
            if (form == ValueForm.NOTHING) {
                if (!value.isBlank() && nothings.size() < NOTHINGS) {
                    nothings.add(value);
                }
                continue;
            }
            first = any ? first : form;
            any = true;
            count(value, form);
        }
        filled += any ? 1 : 0;
        several = Math.max(several, values.size());
        return first;
    }

    /// Values come again and again: their forms are remembered.
    private ValueForm form(String value) {
        ValueForm known = remembered.get(value);
        if (known != null) {
            return known;
        }
        ValueForm form = ValueForm.of(value);
        if (remembered.size() < REMEMBERED && value.length() < LONGEST_REMEMBERED) {
            remembered.put(value, form);
        }
        return form;
    }

    private void count(String value, ValueForm form) {
        forms.merge(form, 1L, Long::sum);
        distinct.add(value);
        int length = value.length();
        shortest = Math.min(shortest, length);
        longest = Math.max(longest, length);
        switch (form) {
            case INTEGER, DECIMAL_POINT, UNCLEAR_POINT -> number(value.strip());
            case DECIMAL_COMMA, UNCLEAR_COMMA -> number(value.strip().replace(',', '.'));
            case DATE_SLASH, TIME_SLASH -> slash(value);
            case TEXT -> text(value);
            case WKT, EWKB, GEOJSON -> shape(value);
            default -> {}
        }
    }

    private void shape(String value) {
        if (shapes.size() < SHAPES && value.length() <= LONGEST_SHAPE) {
            shapes.add(value);
        }
    }

    private void number(String digits) {
        double number = digits.length() > 40 ? Double.NaN : Double.parseDouble(digits);
        if (!Double.isNaN(number)) {
            least = Double.isNaN(least) ? number : Math.min(least, number);
            most = Double.isNaN(most) ? number : Math.max(most, number);
        }
    }

    private void slash(String value) {
        String[] parts = value.strip().split("/", 3);
        dayFirst += Integer.parseInt(parts[0]) > 12 ? 1 : 0;
        monthFirst += Integer.parseInt(parts[1]) > 12 ? 1 : 0;
    }

    private void text(String value) {
        int length = value.length();
        if (length <= 3) {
            marks += length >= 2 && value.chars().allMatch(Character::isLetter) ? 1 : 0;
            return;
        }
        String lower = " " + value.substring(0, Math.min(length, 300)).toLowerCase(Locale.ROOT) + " ";
        german += CommonWords.isGerman(lower) ? 1 : 0;
        english += CommonWords.isEnglish(lower) ? 1 : 0;
        names += length < 60 && CommonWords.hasFirstName(lower) ? 1 : 0;
    }

    FieldProfile profile(long records) {
        return new FieldProfile(
                name,
                reference,
                records,
                filled,
                List.copyOf(nothings),
                forms,
                distinct.size(),
                distinct.isOverflown(),
                distinct.counts(),
                least,
                most,
                new FieldProfile.Length(shortest == Integer.MAX_VALUE ? 0 : shortest, longest),
                dayFirst,
                monthFirst,
                new FieldProfile.Words(german, english, names, marks),
                several,
                shapes);
    }
}
