package de.stadtgraph.http;

import de.stadtgraph.problem.Language;
import de.stadtgraph.store.Generation;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// One request on one state, and the ways to answer it. Used by one thread, for one request.
public final class Visit {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Front front;
    private final Context context;
    private final Generation generation;
    private final Language language;

    Visit(Front front, Context context, Generation generation, Language language) {
        this.front = front;
        this.context = context;
        this.generation = generation;
        this.language = language;
    }

    public Context context() {
        return context;
    }

    public Generation generation() {
        return generation;
    }

    public Language language() {
        return language;
    }

    public Site site() {
        return front.site();
    }

    public Phrases phrases() {
        return front.messages().in(language);
    }

    /// A word of the bundle in the language of the request.
    public String word(String key, Object... values) {
        return phrases().get(key, values);
    }

    public Statistics statistics() {
        return front.statistics(generation);
    }

    public Partitions partitions() {
        return front.partitions(generation);
    }

    public CityMap map() {
        return front.map(generation);
    }

    /// Labels in the language of the request.
    public Labels labels() {
        return new Labels(generation.data(), language);
    }

    public Hrefs hrefs() {
        return new Hrefs(site().iris());
    }

    /// The frame of a page about this state.
    public Frame frame(String title, String kind, List<Frame.Crumb> crumbs) {
        var shown = new Frame.Shown(generation.state(), generation.time());
        return front.frame(context, new Front.Title(title, kind), crumbs, Optional.of(shown));
    }

    /// Sets the headers of a representation, and answers 304 when the caller has it already.
    ///
    /// @param parameters names of the parameters that change the answer
    /// @return whether the request is answered
    public boolean isUnchanged(Negotiated negotiated, String... parameters) {
        var known = new TreeMap<String, String>();
        for (String name : parameters) {
            known.put(name, String.join("\n", context.queryParams(name)));
        }
        var representation =
                new EntityTags.Representation(context.req().getRequestURI(), known, negotiated.contentType(), language);
        String tag = front.tags().of(generation.state(), representation);
        Headers.vary(context, negotiated);
        context.header("Cache-Control", Caching.CURRENT.value());
        context.header("ETag", tag);
        context.header("Last-Modified", lastModified());
        if (negotiated.isHtml()) {
            context.header("Content-Language", language.tag());
        }
        return Bodies.isUnchanged(context, tag, generation.time());
    }

    /// Sends a complete body under the headers set before.
    public void send(Negotiated negotiated, byte[] body) {
        Bodies.send(context, negotiated.contentType(), body);
    }

    /// Makes the mark of the styles of an editor and allows them and its modules for this answer, which is not kept.
    public String editorNonce() {
        byte[] mark = new byte[16];
        RANDOM.nextBytes(mark);
        String nonce = HexFormat.of().formatHex(mark);
        Headers.editorPolicy(context, front.assets().importMapDigest(), nonce);
        context.removeHeader("ETag");
        context.removeHeader("Last-Modified");
        context.header("Cache-Control", Caching.NEVER.value());
        return nonce;
    }

    /// Renders a page and sends it under the headers set before; its links stand in the head and in the header.
    public void page(String template, Object page, List<Link> links) {
        Headers.links(context, links);
        String html = front.templates().render(template, page);
        context.header("Content-Language", language.tag());
        Bodies.send(context, MediaTypes.HTML.contentType(), html.getBytes(StandardCharsets.UTF_8));
    }

    private String lastModified() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(generation.time().atOffset(ZoneOffset.UTC));
    }
}
