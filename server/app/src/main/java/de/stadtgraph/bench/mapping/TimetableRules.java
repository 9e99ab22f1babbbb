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
    record Rule(String name, String table, String template, String type, List<Statement> statements) {}

    /// What a triples map says of its subject.
    sealed interface Statement {
        String predicate();
    }

    /// @param kind a datatype as a prefixed name, `IRI`, or empty
    record Reference(String predicate, String column, String kind) implements Statement {}

    record Template(String predicate, String template) implements Statement {}

    /// @param child column of this table
    /// @param parent column of the other map's table
    record Join(String predicate, String map, String child, String parent) implements Statement {}

    private TimetableRules() {}

    /// The rules with their joins.
    static List<Rule> withJoins() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        List<Statement> statements = new ArrayList<>();
        for (String line : text().split("\n", -1)) {
            List<String> words = List.of(line.strip().split(" ", -1));
            if (line.startsWith("map ")) {
                statements = new ArrayList<>();
                rules.put(
                        words.get(1),
                        new Rule(words.get(1), words.get(2), BASE + words.get(3), words.get(4), statements));
            } else if (line.startsWith("  ")) {
                statements.add(statement(words));
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
                        rule.statements().stream()
                                .map(statement -> withoutJoin(statement, rules))
                                .toList()))
                .toList();
    }

    private static Statement statement(List<String> words) {
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

    private static Statement withoutJoin(Statement statement, List<Rule> rules) {
        if (!(statement instanceof Join join)) {
            return statement;
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
