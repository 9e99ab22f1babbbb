package de.stadtgraph.http;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Chooses the format of an answer: suffix, then `?format=`, then `Accept` (RFC 9110, section 12.5.1). Stateless.
///
/// Nothing is looked up before the choice is made.
public final class ContentNegotiation {
    /// The parameter and the names other endpoints give it.
    public static final List<String> PARAMETERS = List.of("format", "output", "results");

    private ContentNegotiation() {}

    /// Chooses for a request.
    ///
    /// @param suffix what the address fixed, if it did
    /// @param path the address without suffix, for the list of what there is
    /// @throws ServerException [ErrorCode#NOT_ACCEPTABLE] with `available`
    public static Negotiated choose(Context context, Offer offer, Optional<Format> suffix, String path) {
        if (suffix.isPresent()) {
            return Negotiated.by(suffix.get());
        }
        for (String name : PARAMETERS) {
            String wish = context.queryParam(name);
            if (wish != null && !wish.isBlank()) {
                return byName(wish, offer).orElseThrow(() -> nothingFits(offer, path));
            }
        }
        return byAccept(context.header("Accept"), offer).orElseThrow(() -> nothingFits(offer, path));
    }

    /// Chooses by a short name or a media type; a blank stands for the `+` that a form decoded.
    static Optional<Negotiated> byName(String wish, Offer offer) {
        String name = wish.strip().replace(' ', '+');
        return offer.formats().stream()
                .filter(format -> format.suffix().equals(name) || format.isNamed(name))
                .findFirst()
                .map(Negotiated::by);
    }

    /// Chooses by the header alone.
    static Optional<Negotiated> byAccept(@Nullable String header, Offer offer) {
        AcceptHeader accept = AcceptHeader.parse(header);
        if (accept.isOpen()) {
            return Optional.of(new Negotiated(offer.usual(), offer.usual().contentType(), false));
        }
        Optional<Negotiated> best = Optional.empty();
        double quality = 0;
        for (Format format : offer.formats()) {
            double here = quality(accept, format);
            if (here > quality) {
                quality = here;
                best = Optional.of(new Negotiated(format, contentType(accept, format), false));
            }
        }
        return best;
    }

    private static double quality(AcceptHeader accept, Format format) {
        double quality = accept.quality(format.mediaType()).orElse(0);
        for (String alias : format.aliases()) {
            quality = Math.max(quality, accept.named(alias));
        }
        for (String alias : format.echoed()) {
            quality = Math.max(quality, accept.named(alias));
        }
        return quality;
    }

    private static String contentType(AcceptHeader accept, Format format) {
        double own = accept.quality(format.mediaType()).orElse(0);
        return format.echoed().stream()
                .filter(alias -> accept.named(alias) > own)
                .findFirst()
                .map(Format::withCharset)
                .orElseGet(format::contentType);
    }

    private static ServerException nothingFits(Offer offer, String path) {
        List<Map<String, String>> available = offer.formats().stream()
                .map(format -> Map.of("mediaType", format.mediaType(), "url", path + "." + format.suffix()))
                .toList();
        String names = String.join(
                ", ", offer.formats().stream().map(Format::mediaType).toList());
        return new ServerException(
                        ErrorCode.NOT_ACCEPTABLE,
                        new Text("Hier gibt es: " + names + ".", "Available here: " + names + "."))
                .with("available", available);
    }
}
