package de.stadtgraph.snapshot.arq;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/// A small random dataset full of what engines get wrong: numbers that are equal in value and differ as terms,
/// ill-typed literals, languages, times with and without zone, blank nodes, triples in several graphs.
final class RandomGraph {
    static final String NS = "http://example/";
    static final Node NAME = iri("name");

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String[][] TYPED = {
        {"1", "integer"},
        {"01", "integer"},
        {"2", "integer"},
        {"-3", "integer"},
        {"10", "integer"},
        {"123456789012345678901234567890", "integer"},
        {"9007199254740993", "integer"},
        {"abc", "integer"},
        {"1", "int"},
        {"2", "long"},
        {"1.0", "decimal"},
        {"1.5", "decimal"},
        {"1.50", "decimal"},
        {"-0.5", "decimal"},
        {"2.5", "decimal"},
        {"2.50", "decimal"},
        {"0.1234567890123", "decimal"},
        {"5.", "decimal"},
        {"1.0e0", "double"},
        {"1e0", "double"},
        {"NaN", "double"},
        {"-0.0", "double"},
        {"0.0", "double"},
        {"9007199254740992e0", "double"},
        {"INF", "double"},
        {"1.5", "float"},
        {"-INF", "float"},
        {"2020-01-01T05:30:00Z", "dateTime"},
        {"2020-01-01T06:30:00+01:00", "dateTime"},
        {"2020-01-01T05:30:00.5Z", "dateTime"},
        {"2020-01-01T05:30:00.500Z", "dateTime"},
        {"2020-01-01T05:30:00", "dateTime"},
        {"2020-06-15T23:59:59", "dateTime"},
        {"2020-01-01T24:00:00", "dateTime"},
        {"2020-01-01", "date"},
        {"2021-02-03", "date"},
        {"2020-01-01Z", "date"},
        {"2020", "gYear"},
        {"true", "boolean"},
        {"false", "boolean"},
        {"1", "boolean"},
        {"maybe", "boolean"},
        {"a", "string"},
        {"b", "string"},
        {"", "string"},
        {"1", "string"},
        {"Klima und Radweg", "string"},
        {"\uD83D\uDE00", "string"},
        {"\uFFFD", "string"},
        {"a\"b\\c\n\td", "string"},
    };
    private static final String[][] LANGUAGES = {
        {"a", "en"}, {"a", "de"}, {"A", "en"}, {"b", "en-GB"}, {"Straße", "de"}, {"Klima", "de"}
    };

    private final Random random;
    private final List<Node> literals = new ArrayList<>();
    private final int subjects;
    private final int predicates;

    RandomGraph(Random random) {
        this.random = random;
        this.subjects = 3 + random.nextInt(8);
        this.predicates = 2 + random.nextInt(4);
        int count = 3 + random.nextInt(20);
        boolean numeric = random.nextInt(3) == 0;
        for (int i = 0; i < count; i++) {
            literals.add(numeric ? typed(random.nextInt(6)) : anyLiteral());
        }
    }

    static Node iri(String local) {
        return NodeFactory.createURI(NS + local);
    }

    private static Node typed(int index) {
        String[] each = TYPED[index];
        return NodeFactory.createLiteralDT(each[0], TypeMapper.getInstance().getSafeTypeByName(XSD + each[1]));
    }

    private Node anyLiteral() {
        if (random.nextInt(6) == 0) {
            String[] each = LANGUAGES[random.nextInt(LANGUAGES.length)];
            return NodeFactory.createLiteralLang(each[0], each[1]);
        }
        if (random.nextInt(20) == 0) {
            return NodeFactory.createLiteralDT("x", TypeMapper.getInstance().getSafeTypeByName(NS + "odd"));
        }
        return typed(random.nextInt(TYPED.length));
    }

    Node literal() {
        return literals.get(random.nextInt(literals.size()));
    }

    Node predicate() {
        return iri("p" + random.nextInt(predicates));
    }

    Node graph() {
        return iri("g" + random.nextInt(4));
    }

    Node subject() {
        return iri("s" + random.nextInt(subjects));
    }

    private Node thing(List<Node> blanks) {
        return random.nextInt(8) == 0 ? blanks.get(random.nextInt(blanks.size())) : subject();
    }

    /// Named graphs as drawn; the default graph holds their union.
    DatasetGraph dataset() {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        int graphs = 1 + random.nextInt(4);
        List<Node> blanks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            blanks.add(NodeFactory.createBlankNode("blank" + i));
        }
        int count = random.nextInt(8) == 0 ? random.nextInt(3) : 5 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            Node subject = thing(blanks);
            Node predicate = predicate();
            Node object = random.nextInt(5) < 2 ? thing(blanks) : literal();
            int copies = random.nextInt(5) == 0 ? 2 : 1;
            for (int copy = 0; copy < copies; copy++) {
                dataset.add(Quad.create(iri("g" + random.nextInt(graphs)), subject, predicate, object));
            }
        }
        for (int i = 0; i < 3; i++) {
            Node label = NodeFactory.createLiteralString("blank" + i);
            dataset.add(Quad.create(iri("g0"), blanks.get(i), NAME, label));
        }
        List<Quad> quads = new ArrayList<>();
        dataset.find().forEachRemaining(quads::add);
        quads.forEach(quad -> dataset.getDefaultGraph().add(quad.asTriple()));
        return dataset;
    }
}
