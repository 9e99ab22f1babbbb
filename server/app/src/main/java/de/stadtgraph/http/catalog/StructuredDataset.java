package de.stadtgraph.http.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.catalog.AccessClass;
import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.DatasetFacts;
import de.stadtgraph.problem.Language;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Spdx;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// A dataset as `schema:Dataset`, which search engines for datasets read from its page. Stateless.
final class StructuredDataset {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Node TEMPORAL = NodeFactory.createURI(Dct.NAMESPACE + "temporal");
    private static final Node START = NodeFactory.createURI(Dcat.NAMESPACE + "startDate");
    private static final Node END = NodeFactory.createURI(Dcat.NAMESPACE + "endDate");

    private StructuredDataset() {}

    /// JSON-LD without any character that could end the script element it stands in.
    static String json(Dataset dataset, Language language) {
        Graph record = dataset.record();
        Node node = dataset.node();
        DatasetFacts facts = DatasetFacts.of(dataset);
        ObjectNode json = JSON.createObjectNode();
        json.put("@context", "https://schema.org").put("@type", "Dataset").put("@id", node.getURI());
        json.put("url", node.getURI()).put("identifier", dataset.slug());
        json.put("name", dataset.title().in(language));
        json.put("description", dataset.description().in(language));
        json.put("inLanguage", language.tag());
        boolean open = dataset.accessClass().filter(AccessClass.OPEN::equals).isPresent();
        json.put("isAccessibleForFree", open);
        facts.licence().ifPresent(licence -> json.put("license", licence));
        facts.publisher()
                .ifPresent(name -> json.putObject("publisher")
                        .put("@type", "GovernmentOrganization")
                        .put("name", name.in(language)));
        first(record, node, Dct.ISSUED).ifPresent(time -> json.put("datePublished", time));
        first(record, node, Dct.MODIFIED).ifPresent(time -> json.put("dateModified", time));
        first(record, node, Dcat.VERSION).ifPresent(version -> json.put("version", version));
        period(record, node).ifPresent(period -> json.put("temporalCoverage", period));
        keywords(record, node, language, json.putArray("keywords"));
        if (open) {
            downloads(record, node, json.putArray("distribution"));
        }
        return text(json);
    }

    private static void keywords(Graph record, Node node, Language language, ArrayNode words) {
        Values.all(record, node, Dcat.KEYWORD).stream()
                .filter(word -> word.isLiteral() && word.getLiteralLanguage().equals(language.tag()))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .forEach(words::add);
    }

    private static void downloads(Graph record, Node node, ArrayNode files) {
        for (Node file : Values.all(record, node, Dcat.DISTRIBUTION)) {
            first(record, file, Dcat.DOWNLOAD_URL).ifPresent(address -> {
                ObjectNode download = files.addObject().put("@type", "DataDownload");
                download.put("contentUrl", address);
                first(record, file, Dcat.MEDIA_TYPE)
                        .ifPresent(type -> download.put(
                                "encodingFormat", type.replace("https://www.iana.org/assignments/media-types/", "")));
                first(record, file, Dcat.BYTE_SIZE).ifPresent(size -> download.put("contentSize", size + " B"));
                Values.any(record, file, Spdx.CHECKSUM)
                        .flatMap(sum -> first(record, sum, Spdx.CHECKSUM_VALUE))
                        .ifPresent(digest -> download.put("sha256", digest));
            });
        }
    }

    /// An interval of ISO 8601; what is open stays `..`.
    private static Optional<String> period(Graph record, Node node) {
        List<Node> periods = Values.all(record, node, TEMPORAL);
        return periods.stream()
                .map(period -> first(record, period, START).orElse("..") + "/"
                        + first(record, period, END).orElse(".."))
                .filter(interval -> !interval.equals("../.."))
                .findFirst();
    }

    private static Optional<String> first(Graph record, Node node, Node property) {
        return Values.any(record, node, property)
                .map(value -> value.isLiteral() ? value.getLiteralLexicalForm() : value.toString());
    }

    private static String text(ObjectNode json) {
        try {
            return JSON.writeValueAsString(json)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
