package de.stadtgraph.bench.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The benchmark's mapping as a list of rules, in no vocabulary: read from `bench/timetable.txt`.
final class TimetableRules {
    /// Before every template.
    static final String BASE = "http://transport.linkeddata.es/";

    /// @param name name of the triples map
    /// @param template of the subject
    /// @param type its class, as a prefixed name
    record Rule(String name, String table, String template, String type, List<Property> properties) {}

    /// What a triples map says of its subject.
    sealed interface Property {
        String predicate();
    }

    /// @param kind a datatype as a prefixed name, `IRI`, or empty
    record Reference(String predicate, String column, String kind) implements Property {}

    record Template(String predicate, String template) implements Property {}

    /// @param child column of this table
    /// @param parent column of the other map's table
    record Join(String predicate, String map, String child, String parent) implements Property {}

    private TimetableRules() {}

    /// The rules with their joins.
    static List<Rule> withJoins() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        List<Property> properties = new ArrayList<>();
        for (String line : text().split("\n", -1)) {
            List<String> words = List.of(line.strip().split(" ", -1));
            if (line.startsWith("map ")) {
                properties = new ArrayList<>();
                rules.put(
                        words.get(1),
                        new Rule(words.get(1), words.get(2), BASE + words.get(3), words.get(4), properties));
            } else if (line.startsWith("  ")) {
                properties.add(property(words));
            }
        }
        return List.copyOf(rules.values());
    }

    /// The same with the other map's template in the place of each join.
    static List<Rule> withoutJoins() {
        List<Rule> rules = withJoins();
        return rules.stream()
                .map(rule -> new Rule(
                        rule.name(),
                        rule.table(),
                        rule.template(),
                        rule.type(),
                        rule.properties().stream()
                                .map(property -> withoutJoin(property, rules))
                                .toList()))
                .toList();
    }

    private static Property property(List<String> words) {
        String predicate = words.get(0);
        String object = words.get(1);
        if (object.contains("{")) {
            return new Template(predicate, BASE + object);
        }
        String last = words.size() > 2 ? words.get(2) : "";
        int sign = last.indexOf('=');
        return sign < 0
                ? new Reference(predicate, object, last)
                : new Join(predicate, object, last.substring(0, sign), last.substring(sign + 1));
    }

    private static Property withoutJoin(Property property, List<Rule> rules) {
        if (!(property instanceof Join join)) {
            return property;
        }
        Rule parent = rules.stream()
                .filter(rule -> rule.name().equals(join.map()))
                .findFirst()
                .orElseThrow();
        String template = parent.template().replace("{" + join.parent() + "}", "{" + join.child() + "}");
        return new Template(join.predicate(), template);
    }

    private static String text() {
        try (InputStream rules = TimetableRules.class.getResourceAsStream("/bench/timetable.txt")) {
            return new String(Objects.requireNonNull(rules).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
