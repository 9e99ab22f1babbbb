package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.Findings.Place;
import de.stadtgraph.rml.rules.GatherMap;
import de.stadtgraph.rml.term.BlankNodes;
import de.stadtgraph.rml.term.Fault;
import de.stadtgraph.rml.term.Term;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/// Gathers the terms of a row into collections and containers (RML-CC).
final class GatherMaker implements TermMaker {
    private static final int MOST_COMBINATIONS = 100_000;

    private final GatherMap gather;
    private final List<TermMaker> members;
    private final @Nullable TermMaker heads;
    private final boolean isLocal;
    private final String name;
    private final BlankNodes nodes;

    /// @param heads collections that all rows with the same head add to; null: one of its own for each row
    /// @param isLocal whether a blank head is another one in each graph
    /// @param name of this gathering, apart from all others of the mapping
    GatherMaker(
            GatherMap gather,
            List<TermMaker> members,
            @Nullable TermMaker heads,
            boolean isLocal,
            String name,
            BlankNodes nodes) {
        this.gather = gather;
        this.members = List.copyOf(members);
        this.heads = heads;
        this.isLocal = isLocal;
        this.name = name;
        this.nodes = nodes;
    }

    @Override
    public List<Term> make(Row row, Findings findings) {
        List<Term> made = new ArrayList<>();
        List<List<Term>> lists = gathered(row, findings);
        if (heads == null) {
            for (List<Term> gathered : lists) {
                made.add(collection(nodes.term(name + " " + made.size() + " " + row.slots()), gathered));
            }
            return made;
        }
        for (Term head : lists.isEmpty() ? List.<Term>of() : heads.make(row, findings)) {
            lists.forEach(gathered -> made.add(collection(head, gathered)));
        }
        return made;
    }

    private Term collection(Term head, List<Term> gathered) {
        boolean isList = gather.form() == GatherMap.Form.LIST;
        if (isList && gathered.isEmpty()) {
            return new Term.Iri(RDF.Nodes.nil.getURI());
        }
        String container = isList ? "" : container();
        return new Term.Collection(head, container, heads != null, isLocal, gathered, nodes);
    }

    private String container() {
        return switch (gather.form()) {
            case LIST -> RDF.Nodes.List.getURI();
            case BAG -> RDF.Nodes.Bag.getURI();
            case SEQ -> RDF.Nodes.Seq.getURI();
            case ALT -> RDF.Nodes.Alt.getURI();
        };
    }

    /// The members of each collection; none where there is nothing to gather.
    private List<List<Term>> gathered(Row row, Findings findings) {
        List<List<Term>> values = new ArrayList<>(members.size());
        for (TermMaker member : members) {
            values.add(member.make(row, findings));
        }
        List<List<Term>> lists = gather.product() ? product(values, findings) : List.of(appended(values));
        return gather.allowsEmpty()
                ? lists
                : lists.stream().filter(list -> !list.isEmpty()).toList();
    }

    private static List<Term> appended(List<List<Term>> values) {
        return values.stream().flatMap(List::stream).toList();
    }

    private List<List<Term>> product(List<List<Term>> values, Findings findings) {
        List<List<Term>> lists = List.of(List.of());
        for (List<Term> next : values) {
            if ((long) lists.size() * next.size() > MOST_COMBINATIONS) {
                findings.record(Fault.TOO_LARGE, new Place(name, ""), "");
                lists = List.of();
                break;
            }
            List<List<Term>> longer = new ArrayList<>();
            for (List<Term> list : lists) {
                for (Term term : next) {
                    List<Term> more = new ArrayList<>(list);
                    more.add(term);
                    longer.add(more);
                }
            }
            lists = longer;
        }
        return lists;
    }
}
