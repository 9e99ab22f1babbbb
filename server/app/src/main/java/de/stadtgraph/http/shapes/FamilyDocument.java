package de.stadtgraph.http.shapes;

import de.stadtgraph.chart.Diagram;
import de.stadtgraph.http.Phrases;
import de.stadtgraph.workshop.Register;
import de.stadtgraph.workshop.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The documentation of a shape family. Stateless.
public final class FamilyDocument {
    private FamilyDocument() {}

    public static Documented of(Register.Entry family) {
        List<Documented.Column> columns = family.rules().stream()
                .filter(rule -> !rule.column().isEmpty())
                .map(rule -> new Documented.Column(rule.column(), rule.property(), rule.datatype(), rule.reference()))
                .toList();
        return new Documented(
                "/shapes/" + family.name(),
                family.name(),
                family.iri(),
                family.title(),
                family.description(),
                family.version(),
                family.status(),
                columns,
                diagram(family.rules()),
                phrases -> table(family, phrases),
                family.versions());
    }

    /// A box for each target, with what is demanded of it; an arrow where a value is demanded to be of a target.
    private static Diagram diagram(List<Rule> rules) {
        Map<String, List<String>> boxes = new LinkedHashMap<>();
        List<Diagram.Arrow> arrows = new ArrayList<>();
        for (Rule rule : rules) {
            String line = rule.path().isEmpty() ? rule.name() : rule.path();
            String wanted = rule.cardinality().isEmpty() ? "" : " [" + rule.cardinality() + "]";
            String demands = rule.demands().isEmpty() ? "" : ": " + rule.demands();
            boxes.computeIfAbsent(rule.target(), _ -> new ArrayList<>()).add(line + wanted + demands);
            for (String demand : rule.demands().split("; ", -1)) {
                arrows.add(new Diagram.Arrow(rule.target(), demand, line));
            }
        }
        return new Diagram(
                boxes.entrySet().stream()
                        .map(box -> new Diagram.Box(box.getKey(), box.getValue()))
                        .toList(),
                arrows.stream().filter(arrow -> boxes.containsKey(arrow.to())).toList());
    }

    private static Documented.Table table(Register.Entry family, Phrases phrases) {
        List<String> heads = List.of(
                phrases.get("register.rule"),
                phrases.get("register.target"),
                phrases.get("register.path"),
                phrases.get("register.demands"),
                phrases.get("shapes.severity"),
                phrases.get("register.message"));
        return new Documented.Table(
                heads,
                family.rules().stream()
                        .map(rule -> List.of(
                                rule.name(),
                                rule.target(),
                                rule.path(),
                                (rule.cardinality() + " " + rule.demands()).strip(),
                                Words.severity(phrases, rule.severity()),
                                rule.message().in(phrases.language())))
                        .toList());
    }
}
