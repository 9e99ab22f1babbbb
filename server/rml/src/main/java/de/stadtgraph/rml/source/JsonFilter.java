package de.stadtgraph.rml.source;

import de.stadtgraph.rml.term.BoundedPattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a member or element must be like (RFC 9535, section 2.3.5). Immutable.
sealed interface JsonFilter {
    /// @param here the node that is looked at (`@`)
    /// @param root of the record or document (`$`)
    boolean holds(JsonNode here, JsonNode root);

    /// `||`
    record Either(List<JsonFilter> parts) implements JsonFilter {
        @Override
        public boolean holds(JsonNode here, JsonNode root) {
            return parts.stream().anyMatch(part -> part.holds(here, root));
        }
    }

    /// `&&`
    record Both(List<JsonFilter> parts) implements JsonFilter {
        @Override
        public boolean holds(JsonNode here, JsonNode root) {
            return parts.stream().allMatch(part -> part.holds(here, root));
        }
    }

    /// `!`
    record Not(JsonFilter part) implements JsonFilter {
        @Override
        public boolean holds(JsonNode here, JsonNode root) {
            return !part.holds(here, root);
        }
    }

    /// A query that finds something.
    record Exists(Query query) implements JsonFilter {
        @Override
        public boolean holds(JsonNode here, JsonNode root) {
            return !query.nodes(here, root).isEmpty();
        }
    }

    /// `match`, `search`: a text that fits a pattern. One that takes too many steps does not fit.
    record Fits(Operand text, BoundedPattern pattern) implements JsonFilter {
        @Override
        public boolean holds(JsonNode here, JsonNode root) {
            try {
                return text.value(here, root) instanceof JsonNode.JsonScalar(Value value)
                        && value.kind() == Value.Kind.TEXT
                        && pattern.find(value.text(), 0).isPresent();
            } catch (BoundedPattern.TooManySteps endless) {
                return false;
            }
        }
    }

    /// How two values are compared; a sign that begins with another one stands before it.
    enum Comparison {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS_OR_EQUAL("<="),
        GREATER_OR_EQUAL(">="),
        LESS("<"),
        GREATER(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /// A comparison of two values, of which either may be nothing.
    record Compared(Operand left, Comparison comparison, Operand right) implements JsonFilter {
        @Override
        public boolean holds(JsonNode here, JsonNode root) {
            JsonNode first = left.value(here, root);
            JsonNode second = right.value(here, root);
            return switch (comparison) {
                case EQUAL -> isEqual(first, second);
                case NOT_EQUAL -> !isEqual(first, second);
                case LESS -> isLess(first, second);
                case LESS_OR_EQUAL -> isLess(first, second) || isEqual(first, second);
                case GREATER -> isLess(second, first);
                case GREATER_OR_EQUAL -> isLess(second, first) || isEqual(first, second);
            };
        }
    }

    private static boolean isEqual(@Nullable JsonNode first, @Nullable JsonNode second) {
        if (first instanceof JsonNode.JsonScalar(Value a) && second instanceof JsonNode.JsonScalar(Value b)) {
            return a.kind() == b.kind()
                    && (a.kind() == Value.Kind.NUMBER
                            ? number(a).compareTo(number(b)) == 0
                            : a.text().equals(b.text()));
        }
        if (first instanceof JsonNode.JsonArray a && second instanceof JsonNode.JsonArray b) {
            boolean equal = a.elements().size() == b.elements().size();
            for (int i = 0; equal && i < a.elements().size(); i++) {
                equal = isEqual(a.elements().get(i), b.elements().get(i));
            }
            return equal;
        }
        if (first instanceof JsonNode.JsonObject a && second instanceof JsonNode.JsonObject b) {
            Map<String, JsonNode> others = b.members();
            return a.members().keySet().equals(others.keySet())
                    && a.members().entrySet().stream()
                            .allMatch(member -> isEqual(member.getValue(), others.get(member.getKey())));
        }
        return (first == null && second == null)
                || (first instanceof JsonNode.JsonNull && second instanceof JsonNode.JsonNull);
    }

    /// Numbers by size, texts by their characters; nothing else has an order.
    private static boolean isLess(@Nullable JsonNode first, @Nullable JsonNode second) {
        if (!(first instanceof JsonNode.JsonScalar(Value a))
                || !(second instanceof JsonNode.JsonScalar(Value b))
                || a.kind() != b.kind()) {
            return false;
        }
        return switch (a.kind()) {
            case NUMBER -> number(a).compareTo(number(b)) < 0;
            case TEXT -> {
                int[] left = a.text().codePoints().toArray();
                yield java.util.Arrays.compare(left, b.text().codePoints().toArray()) < 0;
            }
            default -> false;
        };
    }

    private static BigDecimal number(Value value) {
        return new BigDecimal(value.text());
    }

    /// A path from the node that is looked at, or from the root.
    record Query(boolean isRelative, JsonPath path) {
        List<JsonNode> nodes(JsonNode here, JsonNode root) {
            return path.select(isRelative ? here : root, root);
        }
    }

    /// Something that has a value, or none.
    sealed interface Operand {
        @Nullable
        JsonNode value(JsonNode here, JsonNode root);
    }

    /// A value that is written in the filter.
    record Literal(JsonNode node) implements Operand {
        @Override
        public JsonNode value(JsonNode here, JsonNode root) {
            return node;
        }
    }

    /// The only node of a query (`value`, or a path of names and indices); none if there are more.
    record Single(Query query) implements Operand {
        @Override
        public @Nullable JsonNode value(JsonNode here, JsonNode root) {
            List<JsonNode> nodes = query.nodes(here, root);
            return nodes.size() == 1 ? nodes.getFirst() : null;
        }
    }

    /// `count`
    record Count(Query query) implements Operand {
        @Override
        public JsonNode value(JsonNode here, JsonNode root) {
            return count(query.nodes(here, root).size());
        }
    }

    /// `length`: characters of a text, elements, members; of anything else none.
    record Length(Operand operand) implements Operand {
        @Override
        public @Nullable JsonNode value(JsonNode here, JsonNode root) {
            return switch (operand.value(here, root)) {
                case JsonNode.JsonScalar(Value value)
                when value.kind() == Value.Kind.TEXT ->
                    count(value.text().codePointCount(0, value.text().length()));
                case JsonNode.JsonArray array -> count(array.elements().size());
                case JsonNode.JsonObject object -> count(object.members().size());
                case null, default -> null;
            };
        }
    }

    private static JsonNode count(int count) {
        return new JsonNode.JsonScalar(new Value(Integer.toString(count), Value.Kind.NUMBER));
    }
}
