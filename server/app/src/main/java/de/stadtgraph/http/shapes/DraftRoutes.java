package de.stadtgraph.http.shapes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Drafting;
import de.stadtgraph.workshop.Drafts;
import de.stadtgraph.workshop.Mark;
import de.stadtgraph.workshop.Part;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A part of a draft as text, for editors with a program: `ETag` and `If-Match` keep two from overwriting each other
/// (RFC 9110, section 13.1.1). Thread-safe.
final class DraftRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Drafting drafting;

    DraftRoutes(Drafting drafting) {
        this.drafting = drafting;
    }

    void read(Context context) {
        Drafts.Tagged tagged = drafting.drafts()
                .part(
                        context.pathParam("family"),
                        Families.part(context, drafting.drafts().main()));
        context.header("ETag", quoted(tagged.tag()));
        context.contentType("text/turtle; charset=utf-8");
        context.result(tagged.text().getBytes(StandardCharsets.UTF_8));
    }

    void write(Context context) {
        String tag = drafting.drafts()
                .save(
                        context.pathParam("family"),
                        Families.part(context, drafting.drafts().main()),
                        context.body(),
                        expected(context));
        context.header("ETag", quoted(tag)).status(204);
    }

    /// Marks of the draft as it is kept, or, as a POST, of a text while somebody types.
    void marks(Visit visit) {
        Context context = visit.context();
        String name = context.pathParam("family");
        boolean typed = context.method().equals(HandlerType.POST);
        List<Mark> found = typed
                ? drafting.marks(name, Families.part(context, drafting.drafts().main()), context.body())
                : drafting.marks(name);
        ArrayNode marks = JSON.createArrayNode();
        for (Mark mark : found) {
            marks.addObject()
                    .put("line", mark.line())
                    .put("column", mark.column())
                    .put("grave", mark.grave())
                    .put("message", mark.message().in(visit.language()));
        }
        context.contentType("application/json").result(marks.toString());
    }

    /// Removes an example, or with the main part the whole draft.
    void delete(Context context) {
        String family = context.pathParam("family");
        Part part = Families.part(context, drafting.drafts().main());
        if (part.equals(drafting.drafts().main())) {
            drafting.drafts().discard(family);
        } else {
            drafting.drafts().remove(family, part, expected(context));
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
