package de.stadtgraph.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/// The page templates, compiled with the server; every value is escaped. Safe for many threads.
public final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /// Renders a template that takes one parameter.
    public String render(String template, Object page) {
        var output = new StringOutput(1 << 14);
        engine.render(template + ".jte", page, output);
        return output.toString();
    }
}
