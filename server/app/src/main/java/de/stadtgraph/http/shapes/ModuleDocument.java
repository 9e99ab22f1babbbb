package de.stadtgraph.http.shapes;

import de.stadtgraph.chart.Diagram;
import de.stadtgraph.http.Phrases;
import de.stadtgraph.http.Prefixes;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.terms.Module;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The documentation of a module of the ontology. Stateless.
public final class ModuleDocument {
    private ModuleDocument() {}

    public static Documented of(Module module) {
        List<Documented.Column> columns = module.terms().stream()
                .filter(term -> !term.isClass())
                .map(ModuleDocument::column)
                .toList();
        return new Documented(
                "/def/municipal/module/" + module.name(),
                module.name(),
                module.iri(),
                module.title(),
                new Text("Modul der kommunalen Ontologie.", "Module of the municipal ontology."),
                module.version(),
                module.status(),
                columns,
                diagram(module.terms()),
                phrases -> table(module, phrases),
                module.changes());
    }

    private static Documented.Column column(Module.Described term) {
        String datatype =
                term.data() && term.ranges().size() == 1 ? term.ranges().getFirst() : "";
        return new Documented.Column(term.local(), term.iri(), datatype, !term.data());
    }

    /// A box for each class, its own and those that its properties belong to; arrows to what classes specialise and
    /// to what values are.
    private static Diagram diagram(List<Module.Described> terms) {
        Map<String, List<String>> boxes = new LinkedHashMap<>();
        List<Diagram.Arrow> arrows = new ArrayList<>();
        terms.stream()
                .filter(Module.Described::isClass)
                .forEach(term -> boxes.put(Prefixes.shorten(term.iri()), new ArrayList<>()));
        for (Module.Described term : terms) {
            if (term.isClass()) {
                term.above()
                        .forEach(above -> arrows.add(
                                new Diagram.Arrow(Prefixes.shorten(term.iri()), Prefixes.shorten(above), "⊂")));
            } else {
                term.domains().forEach(domain -> property(term, Prefixes.shorten(domain), boxes, arrows));
            }
        }
        return new Diagram(
                boxes.entrySet().stream()
                        .map(box -> new Diagram.Box(box.getKey(), box.getValue()))
                        .toList(),
                arrows);
    }

    private static void property(
            Module.Described term, String domain, Map<String, List<String>> boxes, List<Diagram.Arrow> arrows) {
        String ranges = shortened(term.ranges());
        boxes.computeIfAbsent(domain, _ -> new ArrayList<>())
                .add(term.local() + (ranges.isEmpty() ? "" : ": " + ranges));
        term.ranges().forEach(range -> arrows.add(new Diagram.Arrow(domain, Prefixes.shorten(range), term.local())));
    }

    private static Documented.Table table(Module module, Phrases phrases) {
        List<String> heads = List.of(
                phrases.get("terms.term"),
                phrases.get("register.label"),
                phrases.get("terms.definition"),
                phrases.get("register.above"),
                phrases.get("register.domain"),
                phrases.get("register.range"),
                phrases.get("shapes.status"));
        return new Documented.Table(
                heads,
                module.terms().stream()
                        .map(term -> List.of(
                                term.local(),
                                term.label().in(phrases.language()),
                                term.definition().in(phrases.language()),
                                shortened(term.above()),
                                shortened(term.domains()),
                                shortened(term.ranges()),
                                Words.status(phrases, term.status())))
                        .toList());
    }

    private static String shortened(List<String> iris) {
        return iris.stream().map(Prefixes::shorten).collect(Collectors.joining(", "));
    }
}
