package de.stadtgraph.http;

import de.stadtgraph.problem.Language;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Chooses the language of pages and messages: `?lang=`, then `Accept-Language` (RFC 9110, section 12.5.4), then
/// German. Stateless.
public final class Languages {
    private Languages() {}

    public static Language of(Context context) {
        return asked(context).orElseGet(() -> byHeader(context.header("Accept-Language")));
    }

    /// The language that the address names.
    public static Optional<Language> asked(Context context) {
        return ofTag(Optional.ofNullable(context.queryParam("lang")).orElse(""));
    }

    static Language byHeader(@Nullable String header) {
        if (header == null) {
            return Language.DE;
        }
        Language best = Language.DE;
        double quality = 0;
        for (String member : header.split(",", -1)) {
            String[] parts = member.split(";", -1);
            Optional<Language> language = ofTag(parts[0].strip());
            double here = parts.length > 1 ? quality(parts[1]) : 1;
            if (language.isPresent() && here > quality) {
                best = language.get();
                quality = here;
            }
        }
        return best;
    }

    private static Optional<Language> ofTag(String tag) {
        String primary = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return switch (primary) {
            case "de" -> Optional.of(Language.DE);
            case "en" -> Optional.of(Language.EN);
            default -> Optional.empty();
        };
    }

    private static double quality(String parameter) {
        String value = parameter.strip();
        return value.matches("q=[01](\\.[0-9]{0,3})?") ? Double.parseDouble(value.substring(2)) : 0;
    }
}
