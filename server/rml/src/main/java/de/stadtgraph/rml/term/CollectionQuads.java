package de.stadtgraph.rml.term;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statements that a collection or container consists of (RDF Schema §5). Stateless.
public final class CollectionQuads {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final Term NIL = new Term.Iri(RDF + "nil");

    private CollectionQuads() {}

    private static String text(Term term) {
        var text = new StringBuilder();
        NquadsFormat.appendTerm(text, term);
        return text.toString();
    }

    /// The statements of the members, of which so many others stand before; a list has no end yet.
    public static List<Quad> members(Term.Collection collection, @Nullable Term graph, long before) {
        List<Quad> quads = new ArrayList<>();
        boolean isList = collection.container().isEmpty();
        Term head = collection.in(graph);
        if (!isList && before == 0) {
            quads.add(new Quad(head, RDF + "type", new Term.Iri(collection.container()), graph));
        }
        long position = before;
        for (Term member : collection.members()) {
            Term there = member.in(graph);
            if (isList) {
                Term cell = cell(collection, graph, position);
                if (position > 0) {
                    quads.add(new Quad(cell(collection, graph, position - 1), RDF + "rest", cell, graph));
                }
                quads.add(new Quad(cell, RDF + "first", there, graph));
            } else {
                quads.add(new Quad(head, RDF + "_" + (position + 1), there, graph));
            }
            position++;
        }
        return quads;
    }

    /// What ends a list of so many members.
    public static Quad end(Term.Collection list, @Nullable Term graph, long members) {
        return new Quad(cell(list, graph, members - 1), RDF + "rest", NIL, graph);
    }

    private static Term cell(Term.Collection list, @Nullable Term graph, long position) {
        Term head = list.in(graph);
        if (position == 0) {
            return head;
        }
        String place = list.isNamed() && graph != null ? " in " + text(graph) : "";
        return list.nodes().term("cell " + position + " of " + text(head) + place);
    }
}
