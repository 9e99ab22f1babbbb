package de.stadtgraph.rml.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A path through JSON (RFC 9535): names, indices, slices, wildcards, filters, unions of them, and `..` before any.
/// Immutable.
public record JsonPath(List<Step> steps) implements Reference {
    private static final Pattern PLAIN_NAME = Pattern.compile("[^.\\[\\]'\"*]+");

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /// Compiles the text; the `$` at its start may be left out.
    static JsonPath parse(String text, long line) {
        return JsonPathParser.parse(text, line);
    }

    /// One step.
    sealed interface Step {}

    /// A member.
    record Name(String name) implements Step {}

    /// An element; negative from the end.
    record Index(int index) implements Step {}

    /// Elements from one to before another, each so many further.
    record Slice(@Nullable Integer start, @Nullable Integer end, int by) implements Step {}

    /// All members or elements.
    record All() implements Step {}

    /// Those members or elements that are like that.
    record Filter(JsonFilter filter) implements Step {}

    /// What several steps find, one after the other.
    record Union(List<Step> parts) implements Step {}

    /// The node and all below it.
    record Descendants() implements Step {}

    /// The name, where the path is that of one member of the record; null otherwise.
    @Nullable
    String member() {
        return steps.size() == 1 && steps.getFirst() instanceof Name name ? name.name() : null;
    }

    /// Whether it finds one node at most: names and indices alone.
    boolean isSingular() {
        return steps.stream().allMatch(step -> step instanceof Name || step instanceof Index);
    }

    /// Whether its nodes are found while a document goes by, and nothing is kept.
    boolean isStreamable() {
        return steps.stream()
                .allMatch(step -> step instanceof Name
                        || step instanceof All
                        || (step instanceof Index index && index.index() >= 0));
    }

    /// The path as the inventory writes it: without `$.`, elements as `[*]`. A filter uses the whole of what it looks
    /// at, so the path ends before it.
    @Override
    public String field() {
        var text = new StringBuilder();
        for (Step step : steps) {
            String word = switch (step) {
                case Name name -> step(name.name());
                case Index _, Slice _, All _ -> FieldTree.ELEMENT;
                case Descendants _ -> "**";
                case Filter _, Union _ -> "";
            };
            if (word.isEmpty()) {
                break;
            }
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

    /// The nodes found below the document's root or a record, in document order.
    List<JsonNode> select(JsonNode root) {
        return select(root, root);
    }

    /// The nodes found below one node of a document.
    List<JsonNode> select(JsonNode start, JsonNode root) {
        List<JsonNode> nodes = List.of(start);
        for (Step step : steps) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                take(step, node, root, next);
            }
            nodes = next;
        }
        return nodes;
    }

    private static void take(Step step, JsonNode node, JsonNode root, List<JsonNode> into) {
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
            case Slice slice -> {
                if (node instanceof JsonNode.JsonArray array) {
                    slice(slice, array.elements(), into);
                }
            }
            case All _ -> into.addAll(children(node));
            case Filter filter ->
                children(node).stream()
                        .filter(child -> filter.filter().holds(child, root))
                        .forEach(into::add);
            case Union union -> union.parts().forEach(part -> take(part, node, root, into));
            case Descendants _ -> descend(node, into);
        }
    }

    /// RFC 9535, section 2.3.4.2.2.
    private static void slice(Slice slice, List<JsonNode> elements, List<JsonNode> into) {
        long size = elements.size();
        long by = slice.by();
        if (by > 0) {
            long end = Math.clamp(fromStart(slice.end(), size, size), 0, size);
            for (long i = Math.clamp(fromStart(slice.start(), 0, size), 0, size); i < end; i += by) {
                into.add(elements.get((int) i));
            }
        } else if (by < 0) {
            long end = Math.clamp(fromStart(slice.end(), -size - 1, size), -1, size - 1);
            for (long i = Math.clamp(fromStart(slice.start(), size - 1, size), -1, size - 1); i > end; i += by) {
                into.add(elements.get((int) i));
            }
        }
    }

    private static long fromStart(@Nullable Integer place, long absent, long size) {
        long wanted = place == null ? absent : place;
        return wanted < 0 ? size + wanted : wanted;
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
