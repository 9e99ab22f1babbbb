package de.stadtgraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.store.IndexDamage;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns every failure into one answer: a problem document (RFC 9457), or a page for browsers.
///
/// What is our fault is logged once, here, under the `instance` that the caller sees; nothing of it is shown.
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Offer OFFER = new Offer(List.of(MediaTypes.PROBLEM, MediaTypes.HTML), MediaTypes.PROBLEM);
    private static final String RETRY_SECONDS = "5";
    private static final Set<ErrorCode> RETRY =
            EnumSet.of(ErrorCode.OVERLOADED, ErrorCode.STARTING, ErrorCode.RATE_LIMITED);

    private final Front front;
    private final ObjectMapper json = new ObjectMapper();

    public Problems(Front front) {
        this.front = front;
    }

    /// A problem as its page shows it.
    public record ProblemPage(Frame frame, ErrorCode code, String detail, String instance, List<String> suggestions) {}

    /// Answers a failed request.
    public void answer(Throwable failure, Context context) {
        ServerException problem = problem(failure);
        String instance = "urn:uuid:" + UUID.randomUUID();
        if (hasLeft(failure)) {
            LOG.debug("{} {} {}: the client has left", instance, context.method(), context.path(), failure);
        } else if (problem.code().status() == ErrorCode.INTERNAL.status()) {
            LOG.error("{} {} {}", instance, context.method(), context.path(), failure);
        }
        if (context.res().isCommitted()) {
            Transport.cut(context);
            return;
        }
        context.res().resetBuffer();
        headers(problem, context);
        boolean browser = ContentNegotiation.byAccept(context.header("Accept"), OFFER)
                .filter(Negotiated::isHtml)
                .isPresent();
        context.status(problem.code().status());
        context.header("Content-Language", Languages.of(context).tag());
        if (browser) {
            String page = front.templates().render("problem", page(problem, instance, context));
            Bodies.send(context, MediaTypes.HTML.contentType(), page.getBytes(StandardCharsets.UTF_8));
            return;
        }
        Bodies.send(context, MediaTypes.PROBLEM.mediaType(), document(problem, instance, context));
    }

    /// Whether the connection ended, or stood still for too long, before the request or its answer was whole.
    private static boolean hasLeft(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof EofException
                        || cause instanceof TimeoutException
                        || cause instanceof ClosedChannelException);
    }

    private static ServerException problem(Throwable failure) {
        return switch (failure) {
            case ServerException problem -> problem;
            case HttpResponseException response -> new ServerException(code(response.getStatus()), "", response);
            default -> IndexDamage.of(failure).orElseGet(() -> new ServerException(ErrorCode.INTERNAL, "", failure));
        };
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 400 -> ErrorCode.BAD_REQUEST;
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 413 -> ErrorCode.BODY_TOO_LARGE;
            case 503 -> ErrorCode.OVERLOADED;
            default -> ErrorCode.INTERNAL;
        };
    }

    private static void headers(ServerException problem, Context context) {
        for (String stale : List.of(
                "ETag", "Last-Modified", "Content-Location", "Content-Encoding", "Content-Disposition", "Link")) {
            context.removeHeader(stale);
        }
        context.res().setContentLengthLong(-1);
        boolean missing = (problem.code() == ErrorCode.NOT_FOUND || problem.code() == ErrorCode.GONE)
                && !context.path().startsWith("/workspace");
        context.header("Cache-Control", missing ? Caching.MISSING.value() : Caching.NEVER.value());
        context.header("Vary", "Accept, Accept-Language, Accept-Encoding");
        if (RETRY.contains(problem.code())) {
            Object seconds = problem.members().getOrDefault("retryAfter", RETRY_SECONDS);
            context.header("Retry-After", String.valueOf(seconds));
        }
        if (problem.code() == ErrorCode.UNAUTHENTICATED) {
            context.header("WWW-Authenticate", "Bearer");
        }
        if (problem.members().get("allow") instanceof List<?> methods) {
            context.header("Allow", String.join(", ", strings(methods)));
        }
        if (problem.members().get("available") instanceof List<?> formats) {
            Headers.links(context, alternates(formats));
        }
    }

    private static List<Link> alternates(List<?> formats) {
        return formats.stream()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .map(format -> new Link(
                        String.valueOf(format.get("url")), "alternate", String.valueOf(format.get("mediaType"))))
                .toList();
    }

    private static List<String> strings(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    /// The sentence of this failure, then what to do. Of our own faults only the latter is told.
    private static String detail(ServerException problem, Context context) {
        var language = Languages.of(context);
        String advice = problem.code().advice().in(language);
        boolean ours = problem.code().status() == ErrorCode.INTERNAL.status();
        String sentence = ours ? "" : problem.detail().in(language);
        return sentence.isBlank() ? advice : sentence + " " + advice;
    }

    private byte[] document(ServerException problem, String instance, Context context) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", front.site().iris().iri("problem/" + problem.code().code()));
        document.put("title", problem.code().title().in(Languages.of(context)));
        document.put("status", problem.code().status());
        document.put("detail", detail(problem, context));
        document.put("instance", instance);
        document.put("code", problem.code().code());
        problem.members().forEach(document::putIfAbsent);
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is plain values", e);
        }
    }

    private ProblemPage page(ServerException problem, String instance, Context context) {
        String title = problem.code().title().in(Languages.of(context));
        Frame frame = front.frame(context, new Front.Title(title, ""), List.of(), Optional.empty());
        List<String> suggestions =
                problem.members().get("suggestions") instanceof List<?> values ? strings(values) : List.of();
        return new ProblemPage(frame, problem.code(), detail(problem, context), instance, suggestions);
    }
}
