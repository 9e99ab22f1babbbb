package de.stadtgraph.rml.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A path through JSON (RFC 9535): `$`, `.name`, `['name']`, `[n]`, `[*]`, `.*`, `..name`. No filters, no slices.
/// Immutable.
public record JsonPath(List<Step> steps) implements Reference {
    private static final Pattern PLAIN_NAME = Pattern.compile("[^.\\[\\]'\"*]+");

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /// Compiles the text; the `$` at its start may be left out.
    static JsonPath parse(String text, long line) {
        return new JsonPathParser(text, line).parse();
    }

    /// One step.
    sealed interface Step {}

    /// A member.
    record Name(String name) implements Step {}

    /// An element; negative from the end.
    record Index(int index) implements Step {}

    /// All members or elements.
    record All() implements Step {}

    /// The node and all below it.
    record Descendants() implements Step {}

    /// The path as the inventory writes it: without `$.`, elements as `[*]`.
    @Override
    public String field() {
        var text = new StringBuilder();
        for (Step step : steps) {
            String word = switch (step) {
                case Name name -> step(name.name());
                case Index _, All _ -> FieldTree.ELEMENT;
                case Descendants _ -> "**";
            };
            text.append(text.isEmpty() || word.startsWith("[") ? "" : ".").append(word);
        }
        return text.toString();
    }

    static String step(String name) {
        return PLAIN_NAME.matcher(name).matches() ? name : "['" + name.replace("'", "\\'") + "']";
    }

    /// Whether the field of the inventory is this node or lies below it.
    public static boolean covers(String path, String field) {
        if (path.contains("**")) {
            return true;
        }
        return path.isEmpty()
                || field.equals(path)
                || (field.startsWith(path) && ".[".indexOf(field.charAt(path.length())) >= 0);
    }

    /// The nodes found, in document order.
    List<JsonNode> select(JsonNode root) {
        List<JsonNode> nodes = List.of(root);
        for (Step step : steps) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                take(step, node, next);
            }
            nodes = next;
        }
        return nodes;
    }

    private static void take(Step step, JsonNode node, List<JsonNode> into) {
        switch (step) {
            case Name name -> {
                if (node instanceof JsonNode.JsonObject object
                        && object.members().containsKey(name.name())) {
                    into.add(object.members().getOrDefault(name.name(), new JsonNode.JsonNull()));
                }
            }
            case Index index -> {
                if (node instanceof JsonNode.JsonArray array) {
                    int size = array.elements().size();
                    int at = index.index() < 0 ? size + index.index() : index.index();
                    if (at >= 0 && at < size) {
                        into.add(array.elements().get(at));
                    }
                }
            }
            case All _ -> into.addAll(children(node));
            case Descendants _ -> descend(node, into);
        }
    }

    private static List<JsonNode> children(JsonNode node) {
        return switch (node) {
            case JsonNode.JsonArray array -> array.elements();
            case JsonNode.JsonObject object -> List.copyOf(object.members().values());
            case JsonNode.JsonScalar _, JsonNode.JsonNull _ -> List.of();
        };
    }

    private static void descend(JsonNode node, List<JsonNode> into) {
        into.add(node);
        children(node).forEach(child -> descend(child, into));
    }
}
