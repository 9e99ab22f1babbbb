package de.stadtgraph.http.queries;

import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.Prefixes;
import de.stadtgraph.http.RdfBodies;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.stored.Parameter;
import de.stadtgraph.query.stored.StoredQueries;
import de.stadtgraph.query.stored.StoredQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// Answers `/query/{name}/about`: the description of a stored query as a `sh:SPARQLExecutable` (SHACL, section 5.2.1).
final class About {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String SCHEMA = "http://schema.org/";
    private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    private static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    private final StoredQueries queries;

    About(StoredQueries queries) {
        this.queries = queries;
    }

    void answer(Visit visit) {
        Offer.Suffixed split = MediaTypes.GRAPH.split(visit.context().pathParam("part"));
        StoredQuery query = queries.find(visit.context().pathParam("name"))
                .filter(_ -> split.path().equals("about"))
                .orElseThrow(() -> new ServerException(
                        ErrorCode.NOT_FOUND, new Text("Diese Adresse gibt es nicht.", "No such address.")));
        String path = "/query/" + query.name() + "/about";
        Negotiated negotiated = ContentNegotiation.choose(visit.context(), MediaTypes.GRAPH, split.format(), path);
        Format format = negotiated.format();
        if (split.format().isEmpty()) {
            visit.context().header("Content-Location", path + "." + format.suffix());
        }
        if (!visit.isUnchanged(negotiated)) {
            visit.send(negotiated, RdfBodies.write(format, quads(visit, query)));
        }
    }

    private static List<Quad> quads(Visit visit, StoredQuery query) {
        List<Quad> quads = new ArrayList<>();
        Node node = NodeFactory.createURI(visit.site().iris().iri("query/" + query.name()));
        String form = form(query);
        add(quads, node, TYPE, iri(SH + "SPARQLExecutable"));
        add(
                quads,
                node,
                TYPE,
                iri(SH + "SPARQL" + form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1) + "Executable"));
        add(quads, node, iri(SH + form), NodeFactory.createLiteralString(query.sparql()));
        texts(quads, node, RDFS + "label", query.title());
        texts(quads, node, RDFS + "comment", query.question());
        query.description().ifPresent(text -> texts(quads, node, SCHEMA + "description", text));
        query.tags().forEach(tag -> add(quads, node, iri(SCHEMA + "keywords"), NodeFactory.createLiteralString(tag)));
        add(quads, node, iri(SCHEMA + "target"), iri(visit.site().iris().iri("sparql")));
        query.datasets()
                .forEach(slug -> add(
                        quads, node, iri(SCHEMA + "about"), visit.site().iris().dataset(slug)));
        Node prefixes = visit.site().iris().dataset("ontology");
        add(quads, node, iri(SH + "prefixes"), prefixes);
        Prefixes.ALL.forEach((prefix, namespace) -> declare(quads, prefixes, prefix, namespace));
        query.parameters().forEach(parameter -> parameter(quads, node, parameter));
        return quads;
    }

    private static String form(StoredQuery query) {
        String text = query.sparql().replaceAll("(?m)^\\s*#.*$", "").toUpperCase(Locale.ROOT);
        String[] forms = {"select", "construct", "ask", "describe"};
        String first = "select";
        int at = Integer.MAX_VALUE;
        for (String each : forms) {
            int found = text.indexOf(each.toUpperCase(Locale.ROOT));
            if (found >= 0 && found < at) {
                first = each;
                at = found;
            }
        }
        return first;
    }

    private static void declare(List<Quad> quads, Node prefixes, String prefix, String namespace) {
        Node declaration = iri(prefixes.getURI() + "#prefix-" + prefix);
        add(quads, prefixes, iri(SH + "declare"), declaration);
        add(quads, declaration, iri(SH + "prefix"), NodeFactory.createLiteralString(prefix));
        add(quads, declaration, iri(SH + "namespace"), NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
    }

    private static void parameter(List<Quad> quads, Node query, Parameter parameter) {
        Node node = iri(query.getURI() + "#" + parameter.name());
        add(quads, query, iri(SH + "parameter"), node);
        add(quads, node, TYPE, iri(SH + "Parameter"));
        add(quads, node, iri(SH + "name"), NodeFactory.createLiteralString(parameter.name()));
        texts(quads, node, RDFS + "label", parameter.label());
        add(
                quads,
                node,
                iri(SH + "description"),
                NodeFactory.createLiteralString(parameter.type().shortName()));
        add(
                quads,
                node,
                iri(SH + "optional"),
                NodeFactory.createLiteralDT(Boolean.toString(!parameter.required()), XSDDatatype.XSDboolean));
        parameter
                .usual()
                .ifPresent(value -> add(quads, node, iri(SH + "defaultValue"), NodeFactory.createLiteralString(value)));
    }

    private static void texts(List<Quad> quads, Node subject, String property, Text text) {
        add(quads, subject, iri(property), NodeFactory.createLiteralLang(text.de(), "de"));
        add(quads, subject, iri(property), NodeFactory.createLiteralLang(text.en(), "en"));
    }

    private static void add(List<Quad> quads, Node subject, Node property, Node value) {
        quads.add(new Quad(Quad.defaultGraphIRI, subject, property, value));
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
