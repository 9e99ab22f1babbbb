package de.stadtgraph.snapshot;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Random terms, most of them of the kinds that go wrong: odd lexical forms, ties of values, ill-typed literals.
public final class OddTerms {
    private static final List<String> LEXICAL_FORMS = List.of(
            "",
            "0",
            "-0",
            "+0",
            "1",
            "01",
            "1.0",
            "1.",
            ".5",
            "-1.50",
            "1e0",
            "1.0E0",
            "NaN",
            "INF",
            "-INF",
            "true",
            "false",
            "TRUE",
            " 1 ",
            "abc",
            "2020-02-29",
            "2021-02-29",
            "2020-02-29Z",
            "0001-01-01",
            "-0001-01-01",
            "2020-01-01T00:00:00",
            "2020-01-01T00:00:00Z",
            "2020-01-01T00:00:00+00:00",
            "2020-01-01T00:00:00-00:00",
            "2020-01-01T00:00:00.5Z",
            "2020-01-01T00:00:00.500Z",
            "2020-01-01T00:00:00.5000Z",
            "2020-01-01T24:00:00",
            "1582-12-31T23:59:59Z",
            "1583-01-01T00:00:00+14:00",
            "2582-12-31T23:59:59-14:00",
            "9999-12-31T23:59:59.999",
            "2020-01-01T12:30:15.123+05:30",
            "9007199254740993",
            "288230376151711743",
            "288230376151711744",
            "-288230376151711744",
            "3602879701.8963967",
            "3602879701.8963968",
            "0.0000001",
            "0.00000001",
            "12345678901.5",
            "1e400",
            "-0.0",
            "0.0",
            "1e-400",
            "99999999999999999999999",
            "2020",
            "--12-24",
            "P1D",
            "a\u0000b",
            "\uD83D\uDE00",
            "\uFFFD",
            "\uE000",
            "\uD800",
            "a\"b\\c<d>&e\n",
            "Ärger",
            "ärger",
            "z");

    private static final List<XSDDatatype> DATATYPES = List.of(
            XSDDatatype.XSDstring,
            XSDDatatype.XSDinteger,
            XSDDatatype.XSDdecimal,
            XSDDatatype.XSDdouble,
            XSDDatatype.XSDfloat,
            XSDDatatype.XSDint,
            XSDDatatype.XSDlong,
            XSDDatatype.XSDbyte,
            XSDDatatype.XSDnonNegativeInteger,
            XSDDatatype.XSDnegativeInteger,
            XSDDatatype.XSDdateTime,
            XSDDatatype.XSDdate,
            XSDDatatype.XSDboolean,
            XSDDatatype.XSDgYear,
            XSDDatatype.XSDduration);

    private final RandomGenerator random;

    public OddTerms(long seed) {
        random = new Random(seed);
    }

    public Node iri() {
        return NodeFactory.createURI("urn:x:" + random.nextInt(40));
    }

    public Node subject() {
        return switch (random.nextInt(10)) {
            case 0 -> NodeFactory.createBlankNode("b" + random.nextInt(5));
            default -> iri();
        };
    }

    public Node object() {
        return switch (random.nextInt(20)) {
            case 0 -> NodeFactory.createTripleTerm(iri(), iri(), literal());
            case 1 -> NodeFactory.createTripleTerm(subject(), iri(), NodeFactory.createTripleTerm(iri(), iri(), iri()));
            case 2, 3, 4, 5, 6 -> subject();
            default -> literal();
        };
    }

    public Node literal() {
        return switch (random.nextInt(8)) {
            case 0 -> NodeFactory.createLiteralLang(lexicalForm(), pick(List.of("de", "en", "de-AT", "DE", "d")));
            case 1 -> NodeFactory.createLiteralString(lexicalForm());
            case 2 -> NodeFactory.createLiteralDT(lexicalForm(), NodeFactory.getType("urn:own:type"));
            case 3 -> number();
            case 4 -> NodeFactory.createLiteralDirLang(lexicalForm(), "ar", pick(List.of("ltr", "rtl")));
            default -> NodeFactory.createLiteralDT(lexicalForm(), pick(DATATYPES));
        };
    }

    private Node number() {
        String digits = Long.toString(random.nextLong() >> random.nextInt(64));
        return switch (random.nextInt(4)) {
            case 0 -> NodeFactory.createLiteralDT(digits, XSDDatatype.XSDinteger);
            case 1 -> NodeFactory.createLiteralDT(digits + "." + random.nextInt(100_000), XSDDatatype.XSDdecimal);
            case 2 ->
                NodeFactory.createLiteralDT(
                        Double.toString(Double.longBitsToDouble(random.nextLong())), XSDDatatype.XSDdouble);
            default ->
                NodeFactory.createLiteralDT(
                        Float.toString(Float.intBitsToFloat(random.nextInt())), XSDDatatype.XSDfloat);
        };
    }

    private String lexicalForm() {
        return pick(LEXICAL_FORMS);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
