package de.stadtgraph.rml.function;

import static de.stadtgraph.rml.function.Definitions.VALUE;
import static de.stadtgraph.rml.function.Definitions.ofValue;
import static de.stadtgraph.rml.function.Definitions.sg;

import de.stadtgraph.rml.term.Fault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `sg:date dateTime gYear unixTime`: strict calendar, no clock, no default zone. Stateless.
final class DateFunctions {
    private DateFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                ofValue("date", (constants, _) -> date(formats(constants, "uuuu-MM-dd")), "pattern*"),
                ofValue("gYear", (constants, _) -> year(formats(constants, "uuuu")), "pattern*"),
                ofValue("dateTime", (constants, _) -> dateTime(constants), "pattern*", "zone?", "fold?"),
                ofValue(
                        "unixTime",
                        (constants, _) -> unixTime(constants.first(sg("unit")).orElse("s")),
                        "unit?"));
    }

    private static List<DateTimeFormatter> formats(Arguments constants, String standard) {
        List<String> patterns = constants.all(sg("pattern"));
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (String pattern : patterns.isEmpty() ? List.of(standard) : patterns) {
            try {
                // `y` is the year of an era and would need one; people mean `u`.
                formats.add(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.GERMAN)
                        .withResolverStyle(ResolverStyle.STRICT));
            } catch (IllegalArgumentException broken) {
                throw new IllegalArgumentException("the date pattern `" + pattern + "` is broken");
            }
        }
        return formats;
    }

    private static <T> Optional<T> parse(List<DateTimeFormatter> formats, String text, TemporalQuery<T> query) {
        return formats.stream()
                .flatMap(format -> attempt(format, text.strip(), query).stream())
                .findFirst();
    }

    private static <T> Optional<T> attempt(DateTimeFormatter format, String text, TemporalQuery<T> query) {
        try {
            return Optional.of(format.parse(text, query));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Outcome orBadDate(Optional<String> value) {
        return value.map(Outcome::of).orElseGet(() -> new Outcome.Rejected(Fault.BAD_DATE));
    }

    private static Function date(List<DateTimeFormatter> formats) {
        return arguments -> orBadDate(parse(formats, arguments.one(VALUE), LocalDate::from)
                .filter(DateFunctions::hasFourDigits)
                .map(LocalDate::toString));
    }

    private static boolean hasFourDigits(LocalDate date) {
        return date.getYear() >= 0 && date.getYear() <= 9999;
    }

    private static Function year(List<DateTimeFormatter> formats) {
        return arguments -> orBadDate(parse(formats, arguments.one(VALUE), Year::from)
                .map(Year::getValue)
                .filter(year -> year > 0 && year <= 9999)
                .map("%04d"::formatted));
    }

    private static Function dateTime(Arguments constants) {
        Optional<ZoneId> zone = constants.first(sg("zone")).map(DateFunctions::zone);
        String fold = constants.first(sg("fold")).orElse("");
        if (!List.of("", "earlier", "later").contains(fold)) {
            throw new IllegalArgumentException("sg:fold is `earlier` or `later`, not `" + fold + "`");
        }
        List<DateTimeFormatter> formats = constants.all(sg("pattern")).isEmpty()
                ? List.of(DateTimeFormatter.ISO_DATE_TIME.withResolverStyle(ResolverStyle.STRICT))
                : formats(constants, "");
        return arguments -> orBadDate(parse(formats, arguments.one(VALUE), parsed -> write(parsed, zone, fold)));
    }

    private static String write(TemporalAccessor parsed, Optional<ZoneId> zone, String fold) {
        if (parsed.isSupported(java.time.temporal.ChronoField.OFFSET_SECONDS)) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.from(parsed));
        }
        LocalDateTime local = LocalDateTime.from(parsed);
        if (zone.isEmpty()) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local);
        }
        List<ZoneOffset> offsets = zone.get().getRules().getValidOffsets(local);
        if (offsets.isEmpty() || (offsets.size() > 1 && fold.isEmpty())) {
            throw new DateTimeException("missing or double in the zone");
        }
        ZoneOffset offset = fold.equals("later") ? offsets.getLast() : offsets.getFirst();
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.atOffset(offset));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("there is no time zone `" + name + "`");
        }
    }

    private static Function unixTime(String unit) {
        if (!unit.equals("s") && !unit.equals("ms")) {
            throw new IllegalArgumentException("sg:unit is `s` or `ms`, not `" + unit + "`");
        }
        BigDecimal perSecond = BigDecimal.valueOf(unit.equals("s") ? 1 : 1000);
        return arguments -> {
            Optional<BigDecimal> value = Numbers.plain(arguments.one(VALUE));
            if (value.isEmpty()) {
                return new Outcome.Rejected(Fault.BAD_NUMBER);
            }
            BigDecimal seconds = value.get().divide(perSecond);
            if (seconds.abs().compareTo(BigDecimal.valueOf(100_000_000_000L)) > 0) {
                return new Outcome.Rejected(Fault.OUT_OF_RANGE);
            }
            long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
            return Outcome.of(Instant.ofEpochSecond(seconds.longValue(), nanos).toString());
        };
    }
}
