package de.stadtgraph.rml.read;

import de.stadtgraph.rml.rules.ExpressionMap.Template;
import de.stadtgraph.rml.rules.ExpressionMap.TemplatePart;
import de.stadtgraph.rml.rules.RuleException;
import java.util.ArrayList;
import java.util.List;

/// Splits `rml:template` at its braces (RML-Core, "template-valued"): `{reference}`, escapes `\{`, `\}`, `\\`.
final class TemplateParser {
    private TemplateParser() {}

    static Template parse(String template, long line) {
        List<TemplatePart> parts = new ArrayList<>();
        var piece = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\') {
                if (++i == template.length() || "{}\\".indexOf(template.charAt(i)) < 0) {
                    throw broken(template, line, "a backslash stands only before {, } or another backslash");
                }
                piece.append(template.charAt(i));
            } else if (c == (inside ? '{' : '}')) {
                throw broken(template, line, "the braces do not match");
            } else if (c == '{' || c == '}') {
                addPart(parts, piece, inside, () -> broken(template, line, "a reference is empty"));
                inside = !inside;
            } else {
                piece.append(c);
            }
        }
        if (inside) {
            throw broken(template, line, "a closing brace is missing");
        }
        addPart(parts, piece, false, () -> broken(template, line, "a reference is empty"));
        return new Template(parts, line);
    }

    private static void addPart(
            List<TemplatePart> parts,
            StringBuilder piece,
            boolean reference,
            java.util.function.Supplier<RuleException> empty) {
        if (piece.isEmpty() && reference) {
            throw empty.get();
        }
        if (!piece.isEmpty()) {
            parts.add(new TemplatePart(piece.toString(), reference));
        }
        piece.setLength(0);
    }

    private static RuleException broken(String template, long line, String what) {
        return new RuleException("template", line, "the template `" + template + "` is broken: " + what);
    }
}
