package de.stadtgraph.rml.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// Counts what is seen in one field. Not thread-safe.
@SuppressWarnings("EnumOrdinal") // an array counts the values of millions of cells
final class FieldTally {
    private static final int KEPT = 60;
    private static final int NOTHINGS = 6;
    private static final int SHAPES = 8;
    private static final int REMEMBERED = 2_000;
    private static final int LONGEST_REMEMBERED = 64;
    private static final int LONGEST_SHAPE = 200_000;
    private static final int LEAST_SUMMED = 4;
    private static final Pattern SENTINEL = Pattern.compile("-9{2,6}([.,]0+)?");

    private final String name;
    private final String reference;
    private final DistinctValues distinct;
    private final long[] forms = new long[ValueForm.values().length];
    private final Set<String> nothings = new LinkedHashSet<>();
    private final List<String> shapes = new ArrayList<>();
    private final Map<String, Sight> remembered = new HashMap<>();
    private final Map<String, Sentinel> sentinels = new LinkedHashMap<>();
    private long filled;
    private double sum;
    private double latest;
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

    /// What one value looks like.
    ///
    /// @param number NaN where it is none
    private record Sight(ValueForm form, double number, boolean german, boolean english, boolean named, boolean mark) {
        static Sight of(String value) {
            ValueForm form = ValueForm.of(value);
            double number = switch (form) {
                case INTEGER, DECIMAL_POINT, UNCLEAR_POINT -> number(value.strip());
                case DECIMAL_COMMA, UNCLEAR_COMMA -> number(value.strip().replace(',', '.'));
                default -> Double.NaN;
            };
            int length = value.length();
            if (form != ValueForm.TEXT || length <= 3) {
                boolean mark =
                        form == ValueForm.TEXT && length >= 2 && value.chars().allMatch(Character::isLetter);
                return new Sight(form, number, false, false, false, mark);
            }
            String lower = " " + value.substring(0, Math.min(length, 300)).toLowerCase(Locale.ROOT) + " ";
            boolean named = length < 60 && CommonWords.hasFirstName(lower);
            return new Sight(form, number, CommonWords.isGerman(lower), CommonWords.isEnglish(lower), named, false);
        }

        private static double number(String digits) {
            return digits.length() > 40 ? Double.NaN : Double.parseDouble(digits);
        }
    }

    /// A number that may stand for "no value".
    private static final class Sentinel {
        private final Sight sight;
        private long count;

        Sentinel(Sight sight) {
            this.sight = sight;
        }
    }

    /// Adds the values of one record.
    ///
    /// @return the form of the first one; NOTHING where there is none
    ValueForm add(List<String> values) {
        ValueForm first = ValueForm.NOTHING;
        boolean any = false;
        for (String value : values) {
            Sight sight = sight(value);
            if (sight.form() == ValueForm.NOTHING) {
                if (!value.isBlank() && nothings.size() < NOTHINGS) {
                    nothings.add(value);
                }
                continue;
            }
            first = any ? first : sight.form();
            any = true;
            count(value, sight);
        }
        filled += any ? 1 : 0;
        several = Math.max(several, values.size());
        return first;
    }

    /// Values come again and again: what they look like is remembered.
    private Sight sight(String value) {
        Sight known = remembered.get(value);
        if (known != null) {
            return known;
        }
        Sight sight = Sight.of(value);
        if (remembered.size() < REMEMBERED && value.length() < LONGEST_REMEMBERED) {
            remembered.put(value, sight);
        }
        return sight;
    }

    private void count(String value, Sight sight) {
        ValueForm form = sight.form();
        forms[form.ordinal()]++;
        distinct.add(value);
        int length = value.length();
        shortest = Math.min(shortest, length);
        longest = Math.max(longest, length);
        if (form == ValueForm.DATE_SLASH || form == ValueForm.TIME_SLASH) {
            slash(value);
        } else if (form == ValueForm.WKT || form == ValueForm.EWKB || form == ValueForm.GEOJSON) {
            shape(value);
        }
        german += sight.german() ? 1 : 0;
        english += sight.english() ? 1 : 0;
        names += sight.named() ? 1 : 0;
        marks += sight.mark() ? 1 : 0;
        if (!Double.isNaN(sight.number())) {
            number(value, sight);
        }
    }

    private void number(String value, Sight sight) {
        double number = sight.number();
        sum += number;
        latest = number;
        if (isSentinel(value) && (sentinels.containsKey(value) || sentinels.size() < NOTHINGS)) {
            sentinels.computeIfAbsent(value, _ -> new Sentinel(sight)).count++;
            return;
        }
        least = Double.isNaN(least) ? number : Math.min(least, number);
        most = Double.isNaN(most) ? number : Math.max(most, number);
    }

    /// Whether the text is a number that stands for "no value" in many tables: `-99`, `-999`, `-999.0`.
    static boolean isSentinel(String value) {
        return value.startsWith("-99", value.indexOf('-'))
                && SENTINEL.matcher(value.strip()).matches();
    }

    private void shape(String value) {
        if (shapes.size() < SHAPES && value.length() <= LONGEST_SHAPE) {
            shapes.add(value);
        }
    }

    private void slash(String value) {
        String[] parts = value.strip().split("/", 3);
        dayFirst += Integer.parseInt(parts[0]) > 12 ? 1 : 0;
        monthFirst += Integer.parseInt(parts[1]) > 12 ? 1 : 0;
    }

    /// Whether the last number is the sum of all before it.
    boolean endsWithSum() {
        long count = LongStream.of(forms).sum();
        double others = sum - latest;
        return count >= LEAST_SUMMED && latest != 0 && Math.abs(others - latest) <= Math.abs(latest) * 1e-9;
    }

    /// Numbers far below all others are no numbers: they stand for "no value".
    private void settleSentinels() {
        double highest = sentinels.values().stream()
                .mapToDouble(sentinel -> sentinel.sight.number())
                .max()
                .orElse(Double.NaN);
        boolean apart = several <= 1 && (least >= 0 || highest < least - (most - least));
        sentinels.forEach((text, sentinel) -> {
            if (apart && nothings.size() < NOTHINGS) {
                nothings.add(text);
                distinct.forget(text);
                filled -= sentinel.count;
                forms[sentinel.sight.form().ordinal()] -= sentinel.count;
            } else {
                double number = sentinel.sight.number();
                least = Double.isNaN(least) ? number : Math.min(least, number);
                most = Double.isNaN(most) ? number : Math.max(most, number);
            }
        });
        sentinels.clear();
    }

    private Map<ValueForm, Long> counts() {
        Map<ValueForm, Long> counts = new EnumMap<>(ValueForm.class);
        for (ValueForm form : ValueForm.values()) {
            if (forms[form.ordinal()] > 0) {
                counts.put(form, forms[form.ordinal()]);
            }
        }
        return counts;
    }

    FieldProfile profile(long records) {
        settleSentinels();
        return new FieldProfile(
                name,
                reference,
                records,
                filled,
                List.copyOf(nothings),
                counts(),
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
