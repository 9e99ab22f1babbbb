package de.stadtgraph.http.shapes;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Drafts;
import de.stadtgraph.workshop.Part;
import de.stadtgraph.workshop.Workshop;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A part of a draft as text, for editors with a program: `ETag` and `If-Match` keep two from overwriting each other
/// (RFC 9110, section 13.1.1). Thread-safe.
final class DraftRoutes {
    private final Workshop workshop;

    DraftRoutes(Workshop workshop) {
        this.workshop = workshop;
    }

    void read(Context context) {
        Drafts.Tagged tagged = workshop.drafts().part(context.pathParam("family"), Families.part(context));
        context.header("ETag", quoted(tagged.tag()));
        context.contentType("text/turtle; charset=utf-8");
        context.result(tagged.text().getBytes(StandardCharsets.UTF_8));
    }

    void write(Context context) {
        String tag = workshop.drafts()
                .save(context.pathParam("family"), Families.part(context), context.body(), expected(context));
        context.header("ETag", quoted(tag)).status(204);
    }

    /// Removes an example, or with `part=shapes.ttl` the whole draft.
    void delete(Context context) {
        String family = context.pathParam("family");
        Part part = Families.part(context);
        if (part.equals(Part.SHAPES)) {
            workshop.drafts().discard(family);
        } else {
            workshop.drafts().remove(family, part, expected(context));
        }
        context.status(204);
    }

    /// The tag of `If-Match`; `If-None-Match: *` names a part that is not there yet.
    private static String expected(Context context) {
        if ("*".equals(context.header("If-None-Match"))) {
            return "";
        }
        return Optional.ofNullable(context.header("If-Match"))
                .map(tag -> tag.strip().replaceAll("^\"|\"$", ""))
                .orElseThrow(() -> new ServerException(
                        ErrorCode.PRECONDITION_FAILED,
                        new Text(
                                "If-Match mit dem ETag des gelesenen Textes senden.",
                                "Send If-Match with the ETag of the text that was read.")));
    }

    private static String quoted(String tag) {
        return "\"" + tag + "\"";
    }
}
