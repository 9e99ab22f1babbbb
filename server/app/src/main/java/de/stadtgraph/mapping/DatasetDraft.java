package de.stadtgraph.mapping;

import de.stadtgraph.problem.Text;
import de.stadtgraph.rml.profile.ModuleDraft;
import de.stadtgraph.vocabulary.CityIris;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;

/// Writes the description of a new dataset. Its access class is “internal”: only a person opens it. Immutable.
///
/// @param slug name of the dataset
/// @param publisher name of the body that publishes
record DatasetDraft(CityIris iris, String slug, Text publisher) {
    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
            @prefix jmo: <https://data.jena.de/def/municipal#> .
            """;

    String write(ModuleDraft draft, long sampleRecords) {
        String dataset = "<" + iris.dataset(slug).getURI() + ">";
        var text = new StringBuilder(
                "# First draft. Each TODO wants a decision; while one is left, the dataset cannot be published.\n");
        text.append(PREFIXES).append('\n').append(dataset).append(" a dcat:Dataset ;\n");
        text.append("  dct:identifier ").append(literal(slug, "")).append(" ;\n");
        text.append("  # TODO title and description in both languages\n");
        text.append("  dct:title ").append(both(slug, slug)).append(" ;\n");
        text.append("  dct:description ")
                .append(both("Entwurf, noch nicht beschrieben.", "A draft, not described yet."))
                .append(" ;\n");
        text.append(
                "  # TODO keywords, theme, frequency, spatial coverage, distributions with their licence (DCAT-AP.de)\n");
        text.append("  # TODO access class: open, internal or personal? Only open datasets are published.\n");
        text.append("  jmo:accessClass <")
                .append(iris.iri("kos/access-class/internal"))
                .append("> ;\n");
        text.append("  # TODO shape families for what the dataset is about\n");
        text.append("  dct:conformsTo ").append(families(draft)).append(" ;\n");
        if (draft.hasPlaces()) {
            text.append("  # TODO precision of the coordinates in metres\n  jmo:coordinatePrecision 1 ;\n");
        }
        text.append("  jmo:sampleRecords ").append(sampleRecords).append(" ;\n");
        suppressed(text, draft.leftOut());
        text.append("  # TODO who publishes, and whom to ask: a function's mailbox, never a person's\n");
        text.append("  dct:publisher <")
                .append(iris.iri("id/organisation/publisher"))
                .append("> ;\n");
        text.append("  dcat:contactPoint <").append(iris.dataset(slug).getURI()).append("#contact> .\n\n");
        text.append("<")
                .append(iris.iri("id/organisation/publisher"))
                .append("> a foaf:Agent ; foaf:name ")
                .append(both(publisher.de(), publisher.en()))
                .append(" .\n");
        text.append("<")
                .append(iris.dataset(slug).getURI())
                .append("#contact> a vcard:Kind ; vcard:fn ")
                .append(literal(publisher.de(), ""))
                .append(" ; vcard:hasEmail <mailto:todo@stadt.example> .\n");
        return text.toString();
    }

    private String families(ModuleDraft draft) {
        List<String> names = new ArrayList<>(List.of("core", "privacy", "dcat-ap-de"));
        if (draft.hasPlaces()) {
            names.add("extent");
        }
        return String.join(
                " , ",
                names.stream()
                        .map(name -> "<" + iris.shapes(name).getURI() + ">")
                        .toList());
    }

    private static void suppressed(StringBuilder text, List<ModuleDraft.LeftOut> fields) {
        if (fields.isEmpty()) {
            return;
        }
        List<String> lines = fields.stream()
                .map(field -> both(field.field() + ": " + field.german(), field.field() + ": " + field.english()))
                .toList();
        text.append("  jmo:suppressedField\n    ")
                .append(String.join(" ,\n    ", lines))
                .append(" ;\n");
    }

    private static String both(String german, String english) {
        return literal(german, "de") + " , " + literal(english, "en");
    }

    private static String literal(String text, String language) {
        return NodeFmtLib.strNT(
                language.isEmpty()
                        ? NodeFactory.createLiteralString(text)
                        : NodeFactory.createLiteralLang(text, language));
    }
}
