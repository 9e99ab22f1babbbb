package de.stadtgraph.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The members of an `Accept` header that parse (RFC 9110, section 12.5.1). Immutable.
///
/// @param ranges media ranges in the order of the header
record AcceptHeader(List<Range> ranges) {
    private static final Pattern TYPE = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+/[!#$%&'*+.^_`|~0-9a-z-]+");
    private static final Pattern QUALITY = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

    /// One media range with its quality.
    record Range(String type, double quality) {
        boolean covers(String mediaType) {
            return type.equals("*/*")
                    || type.equals(mediaType)
                    || (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1)));
        }

        /// The most specific range sets the quality.
        int weight() {
            return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }

    static AcceptHeader parse(@Nullable String header) {
        List<Range> ranges = new ArrayList<>();
        if (header != null) {
            for (String member : header.split(",", -1)) {
                add(member, ranges);
            }
        }
        return new AcceptHeader(List.copyOf(ranges));
    }

    private static void add(String member, List<Range> ranges) {
        String[] parts = member.split(";", -1);
        String type = parts[0].strip().toLowerCase(Locale.ROOT);
        if (!TYPE.matcher(type).matches()) {
            return;
        }
        double quality = 1;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                String value = parameter.substring(2).strip();
                if (!QUALITY.matcher(value).matches()) {
                    return;
                }
                quality = Double.parseDouble(value);
            }
        }
        ranges.add(new Range(type, quality));
    }

    /// No wish at all: absent, empty, unreadable or everything alike.
    boolean isOpen() {
        return ranges.isEmpty()
                || ranges.stream().allMatch(range -> range.type().equals("*/*") && range.quality() > 0);
    }

    /// The quality of a media type, if any range covers it.
    OptionalDouble quality(String mediaType) {
        int weight = -1;
        double quality = 0;
        for (Range range : ranges) {
            if (range.covers(mediaType) && range.weight() > weight) {
                weight = range.weight();
                quality = range.quality();
            }
        }
        return weight < 0 ? OptionalDouble.empty() : OptionalDouble.of(quality);
    }

    /// The quality of a media type that is named in full.
    double named(String mediaType) {
        return ranges.stream()
                .filter(range -> range.type().equals(mediaType))
                .mapToDouble(Range::quality)
                .max()
                .orElse(0);
    }
}
