package de.stadtgraph.query.stored;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The two parts of a `.rq` file: YAML in the lines that begin with `#+`, then SPARQL. Immutable.
///
/// @param place name of the file, for complaints
/// @param head the lines of the head, without their mark; other lines are empty, so line numbers stay
/// @param text the whole text
record QueryFile(String place, String head, String text) {
    private static final int HEAD_CHARACTERS = 16 * 1024;

    static QueryFile of(String place, String text) {
        StringBuilder head = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("#+")) {
                head.append(line.startsWith("#+ ") ? line.substring(3) : line.substring(2));
            }
            head.append('\n');
        }
        return new QueryFile(place, head.toString(), text);
    }

    /// Reads the head: no tags, no anchors, no key twice, at most 16 KB.
    FrontMatter frontMatter() {
        if (head.length() > HEAD_CHARACTERS) {
            throw new InvalidQueryFile(place + ": the lines #+ are longer than 16 KB.");
        }
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            refuseMarks(settings);
            Object tree = new Load(settings).loadFromString(head);
            if (tree instanceof Map<?, ?> values) {
                return new FrontMatter(place, new LinkedHashMap<>(values));
            }
        } catch (MarkedYamlEngineException e) {
            String line =
                    e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            throw new InvalidQueryFile(place + line + ": " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw new InvalidQueryFile(
                    place + ": " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
        throw new InvalidQueryFile(place + ":1: lines with #+ must hold title, question, datasets and expect.");
    }

    private void refuseMarks(LoadSettings settings) {
        for (Event event : new Parse(settings).parseString(head)) {
            boolean marked = event instanceof AliasEvent
                    || (event instanceof NodeEvent node && node.getAnchor().isPresent())
                    || (event instanceof ScalarEvent scalar && scalar.getTag().isPresent());
            if (marked) {
                int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
                throw new InvalidQueryFile(place + ":" + line + ": the head may hold no tags and no anchors.");
            }
        }
    }

    /// The query with the prefixes that it uses without declaring them; they stand in its first line, so that the
    /// numbers of lines stay.
    String sparql(Map<String, String> prefixes) {
        List<String> lines = text.lines()
                .filter(line -> !line.stripLeading().startsWith("#"))
                .toList();
        String query = String.join("\n", lines);
        StringBuilder missing = new StringBuilder();
        prefixes.forEach((prefix, namespace) -> {
            boolean declared = query.matches("(?is).*\\bprefix\\s+" + prefix + ":.*");
            if (!declared && query.matches("(?s).*(?<![\\w<:/-])" + prefix + ":.*")) {
                missing.append("PREFIX ")
                        .append(prefix)
                        .append(": <")
                        .append(namespace)
                        .append("> ");
            }
        });
        return missing
                + text.lines()
                        .map(line -> line.startsWith("#+") ? "" : line)
                        .reduce("", (before, line) -> before.isEmpty() && line.isEmpty() ? "" : before + line + "\n");
    }
}
