package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.TriplesPlan.Proof;
import de.stadtgraph.rml.plan.TriplesPlan.Rule;
import de.stadtgraph.rml.plan.TriplesPlan.Subject;
import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.GatherMap;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.rules.LogicalView;
import de.stadtgraph.rml.rules.ObjectRule;
import de.stadtgraph.rml.rules.Origin;
import de.stadtgraph.rml.rules.PredicateObjectMap;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.Rules;
import de.stadtgraph.rml.rules.TermMap;
import de.stadtgraph.rml.rules.TermType;
import de.stadtgraph.rml.rules.TriplesMap;
import de.stadtgraph.rml.source.SourceFormat;
import de.stadtgraph.rml.term.Term;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compiles rules into a plan. The sources' headers are read; a column that is not there is found now.
public final class PlanCompiler {
    private static final byte[] OPEN_IRI = WriterCompiler.bytes("<");
    private static final byte[] CLOSE_IRI = WriterCompiler.bytes(">");
    private static final byte[] END = WriterCompiler.bytes(" .\n");
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    private final Rules rules;
    private final Environment environment;
    private final RepeatProof repeats;
    private final JoinRules joins;
    private int collections;
    private final List<Lookup<?>> lookups = new ArrayList<>();
    private final List<Lookup<?>> spare = new ArrayList<>();
    private final Map<Origin, Relation> shared = new LinkedHashMap<>();
    private final List<RecordRelation> scanned = new ArrayList<>();
    private final List<RecordRelation> all = new ArrayList<>();
    private final Map<LogicalSource, List<String>> columns = new LinkedHashMap<>();

    private PlanCompiler(Rules rules, RepeatProof repeats, Environment environment) {
        this.rules = rules;
        this.environment = environment;
        this.repeats = repeats;
        this.joins = new JoinRules(rules);
    }

    /// Compiles; a mistake of the mapping is a `RuleException`, a source that cannot be opened an [IOException].
    ///
    /// @param repeats what is known of the rules' repeats
    public static Plan compile(Rules rules, RepeatProof repeats, Environment environment) throws IOException {
        var compiler = new PlanCompiler(rules, repeats, environment);
        for (TriplesMap map : rules.triplesMaps()) {
            compiler.readColumns(map.origin());
        }
        return compiler.plan();
    }

    private void readColumns(Origin origin) throws IOException {
        switch (origin) {
            case LogicalSource source -> {
                if (!columns.containsKey(source)) {
                    columns.put(source, SourceFormat.columns(source));
                }
            }
            case LogicalView view -> {
                readColumns(view.on());
                for (var join : view.joins()) {
                    readColumns(join.parent());
                }
            }
        }
    }

    private Plan plan() {
        List<TriplesPlan> maps = new ArrayList<>();
        for (TriplesMap map : rules.triplesMaps()) {
            maps.add(compile(map, maps.size()));
        }
        Map<RecordRelation, List<ScanPlan.Key>> keys = keys();
        List<ScanPlan> scans = new ArrayList<>();
        for (RecordRelation root : scanned) {
            List<TriplesPlan> mine =
                    maps.stream().filter(map -> map.relation().root() == root).toList();
            scans.add(new ScanPlan(scans.size(), root, used(root.source()), mine, keys.getOrDefault(root, List.of())));
        }
        for (Lookup<?> lookup : lookups) {
            if (scans.stream().noneMatch(scan -> scan.source().sameRecords(lookup.source()))) {
                scans.add(new ScanPlan(scans.size(), lookup.root(), used(lookup.source()), List.of(), List.of()));
            }
        }
        return new Plan(
                lookups,
                spare,
                ScanOrder.of(scans, lookups),
                rules.triplesMaps().stream().map(TriplesMap::name).toList());
    }

    private SortedSet<String> used(LogicalSource source) {
        SortedSet<String> used = new TreeSet<>();
        all.stream()
                .filter(relation -> relation.source().sameRecords(source))
                .forEach(relation -> used.addAll(relation.used()));
        return used;
    }

    private Map<RecordRelation, List<ScanPlan.Key>> keys() {
        Map<RecordRelation, List<ScanPlan.Key>> keys = new LinkedHashMap<>();
        Map<Origin, Relation> views = new LinkedHashMap<>(shared);
        for (TriplesMap map : rules.triplesMaps()) {
            Relation relation = views.remove(map.origin());
            if (relation != null && map.origin() instanceof LogicalView view) {
                for (List<String> fields : view.keys()) {
                    keys.computeIfAbsent(relation.root(), _ -> new ArrayList<>())
                            .add(key(view, relation, fields));
                }
            }
        }
        return keys;
    }

    private ScanPlan.Key key(LogicalView view, Relation relation, List<String> fields) {
        List<Integer> slots = new ArrayList<>();
        SortedSet<String> from = new TreeSet<>();
        for (String field : fields) {
            int slot = relation.slot(field, view.line());
            slots.add(slot);
            from.addAll(relation.fields(slot));
        }
        var compiler = new ExpressionCompiler(relation, environment, "view " + view.name() + ", key");
        return new ScanPlan.Key(relation, slots, compiler.place(from));
    }

    /// The relation that all triples maps over an origin share.
    private Relation relation(Origin origin) {
        Relation known = shared.get(origin);
        if (known != null) {
            return known;
        }
        Relation made = switch (origin) {
            case LogicalSource source -> scanned(source);
            case LogicalView view -> new ViewRelation(view, relation(view.on()), environment, this);
        };
        shared.put(origin, made);
        return made;
    }

    private RecordRelation scanned(LogicalSource source) {
        for (RecordRelation known : scanned) {
            if (known.source().sameRecords(source)) {
                return known;
            }
        }
        RecordRelation made = records(source);
        scanned.add(made);
        return made;
    }

    private RecordRelation records(LogicalSource source) {
        var made = new RecordRelation(source, columns.getOrDefault(source, List.of()));
        all.add(made);
        return made;
    }

    /// A relation of its own, for the parent side of a join.
    Relation fresh(Origin origin) {
        return switch (origin) {
            case LogicalSource source -> records(source);
            case LogicalView view -> new ViewRelation(view, fresh(view.on()), environment, this);
        };
    }

    /// A lookup to be filled before the scans, after those it needs itself.
    void add(Lookup<?> lookup) {
        lookups.add(lookup);
    }

    private TermCompiler terms(TriplesMap map, Relation relation, String what) {
        String base = map.baseIri().isEmpty() ? environment.base() : map.baseIri();
        String name = map.name().replaceFirst("^.*[/#]", "");
        return new TermCompiler(relation, environment, name + what, base);
    }

    private TriplesPlan compile(TriplesMap map, int number) {
        Relation relation = relation(map.origin());
        TermCompiler compiler =
                terms(map, relation, ", subject, line " + map.subject().term().line());
        TermMap term = map.subject().term();
        var place = compiler.expressions()
                .place(compiler.expressions().compile(term.expression()).fields());
        TermMap unconditional = term.unconditional();
        TermMaker subject = term(map, compiler, unconditional, TermCompiler.Weight.RECORD);
        var writers = new WriterCompiler(relation);
        TermWriter writer = isOwned(term) ? writers.compile(unconditional) : null;
        List<Rule> compiled = new ArrayList<>();
        if (!map.subject().classes().isEmpty()) {
            compiled.add(classes(map, number));
        }
        for (PredicateObjectMap rule : map.rules()) {
            compiled.add(rule(number, relation, joins.within(map, rule), writers));
        }
        return new TriplesPlan(
                number,
                relation,
                term.condition() == null ? null : compiler.expressions().compile(term.condition()),
                new Subject(subject, place, environment.owned(), writer, writers.needed()),
                compile(map.subject().graphs(), compiler, TermCompiler.Weight.RECORD),
                compiled);
    }

    /// Whether the subjects are known to lie below an owned prefix.
    private boolean isOwned(TermMap subject) {
        return environment.owned().isEmpty()
                || (subject.expression() instanceof ExpressionMap.Template template
                        && !template.parts().getFirst().reference()
                        && environment.owned().stream()
                                .anyMatch(template.parts().getFirst().text()::startsWith));
    }

    private Proof proof(int number, List<TermMap> predicates, List<ObjectRule> objects, boolean single) {
        TriplesMap map = rules.triplesMaps().get(number);
        if (repeats.gathers()) {
            // The cells of collections are lines that no rule says beforehand.
            return new Proof(false, false, false, Set.of());
        }
        Set<Integer> owners =
                single && objects.size() == 1 ? repeats.withSubject(map, joins.term(objects.getFirst())) : Set.of();
        return new Proof(
                single && repeats.isAlone(number, predicates),
                !repeats.isShared(number, predicates),
                RepeatProof.hasKeySubject(map),
                owners);
    }

    private Rule classes(TriplesMap map, int number) {
        List<Term> predicate = List.of(new Term.Iri(TYPE));
        List<Term> types = map.subject().classes().stream()
                .<Term>map(type -> new Term.Iri(type.getURI()))
                .toList();
        DirectRule direct = null;
        if (types.size() == 1 && map.subject().graphs().isEmpty()) {
            String type = ((Term.Iri) types.getFirst()).value();
            TermWriter line = WriterCompiler.constant(WriterCompiler.bytes(" <" + TYPE + "> <" + type + "> .\n"));
            direct = new DirectRule(new TermWriter[] {line});
        }
        return new Rule(
                List.of((_, _) -> predicate),
                List.of((_, _) -> types),
                List.of(),
                direct,
                proof(number, List.of(), List.of(), true));
    }

    private Rule rule(int number, Relation relation, PredicateObjectMap rule, WriterCompiler writers) {
        TriplesMap map = rules.triplesMaps().get(number);
        TermCompiler compiler =
                terms(map, relation, ", line " + rule.predicates().getFirst().line());
        List<TermMaker> objects = new ArrayList<>();
        for (ObjectRule object : rule.objects()) {
            boolean alone = object instanceof ObjectRule.RefObjectMap joined
                    && joins.pairsRowsWithThemselves(map, rule, joined);
            objects.add(
                    alone
                            ? join(map, compiler, (ObjectRule.RefObjectMap) object, true)
                            : object(map, compiler, object));
        }
        boolean single =
                rule.objects().size() == 1 && isOfSameRow(rule.objects().getFirst()) && hasOneRow(map.origin());
        return new Rule(
                compile(rule.predicates(), compiler, TermCompiler.Weight.VALUE),
                objects,
                compile(rule.graphs(), compiler, TermCompiler.Weight.VALUE),
                direct(map, rule, objects, writers),
                proof(number, rule.predicates(), rule.objects(), single));
    }

    private static boolean isOfSameRow(ObjectRule object) {
        return object instanceof ObjectRule.TermObject
                || (object instanceof ObjectRule.RefObjectMap joined
                        && joined.conditions().isEmpty());
    }

    private TermMaker object(TriplesMap map, TermCompiler compiler, ObjectRule object) {
        return switch (object) {
            case ObjectRule.TermObject plain -> term(map, compiler, plain.term(), TermCompiler.Weight.VALUE);
            case ObjectRule.RefObjectMap joined -> join(map, compiler, joined, false);
        };
    }

    private TermMaker term(TriplesMap map, TermCompiler compiler, TermMap term, TermCompiler.Weight weight) {
        GatherMap gather = term.gather();
        if (gather == null) {
            return compiler.compile(term, weight);
        }
        List<TermMaker> members = gather.members().stream()
                .map(member -> object(map, compiler, member))
                .toList();
        boolean fresh = term.expression() instanceof ExpressionMap.FreshNode;
        boolean local = !fresh && weight == TermCompiler.Weight.VALUE && term.type() == TermType.BLANK_NODE;
        TermMaker heads = fresh ? null : compiler.compile(term.ungathered(), weight);
        String name = compiler.rule() + ", collection " + ++collections;
        return compiler.when(
                term.condition(), new GatherMaker(gather, members, heads, local, name, environment.blankNodes()));
    }

    /// Whether a record is one row. It may have several values in a field, but then its lines are compared anyway.
    private static boolean hasOneRow(Origin origin) {
        return origin instanceof LogicalSource;
    }

    /// The rule written straight from bytes, or null.
    private @Nullable DirectLines direct(
            TriplesMap map, PredicateObjectMap rule, List<TermMaker> objects, WriterCompiler writers) {
        List<TermMap> graphs = new ArrayList<>(map.subject().graphs());
        graphs.addAll(rule.graphs());
        boolean constant = isConstant(rule.predicates())
                && isConstant(graphs)
                && rule.objects().size() == 1;
        if (!constant) {
            return null;
        }
        List<byte[]> predicates = rule.predicates().stream()
                .map(predicate -> WriterCompiler.bytes(" <" + iri(predicate) + "> "))
                .toList();
        List<byte[]> endings = graphs.stream()
                .map(PlanCompiler::iri)
                .distinct()
                .map(graph -> graph.equals(Rule.DEFAULT_GRAPH) ? END : WriterCompiler.bytes(" <" + graph + "> .\n"))
                .toList();
        List<byte[]> ends = endings.isEmpty() ? List.of(END) : endings;
        if (objects.getFirst() instanceof JoinMaker join && !join.alone()) {
            Integer key = join.slot() == null ? null : writers.needs(join.slot());
            boolean one = predicates.size() == 1 && ends.size() == 1;
            return key == null || !one
                    ? null
                    : new DirectJoin(
                            join.lookup(),
                            key,
                            WriterCompiler.joined(predicates.getFirst(), OPEN_IRI),
                            WriterCompiler.joined(CLOSE_IRI, ends.getFirst()));
        }
        List<TermWriter> lines = new ArrayList<>();
        for (byte[] predicate : predicates) {
            for (byte[] end : ends) {
                TermWriter writer = writers.compile(joins.term(rule.objects().getFirst()), predicate, end);
                if (writer == null) {
                    return null;
                }
                lines.add(writer);
            }
        }
        return new DirectRule(lines.toArray(TermWriter[]::new));
    }

    private static boolean isConstant(List<TermMap> maps) {
        return maps.stream()
                .allMatch(map -> map.condition() == null
                        && map.expression() instanceof ExpressionMap.Constant constant
                        && constant.value().isURI());
    }

    private static String iri(TermMap constant) {
        return ((ExpressionMap.Constant) constant.expression()).text();
    }

    private static List<TermMaker> compile(List<TermMap> maps, TermCompiler compiler, TermCompiler.Weight weight) {
        return maps.stream().map(map -> compiler.compile(map, weight)).toList();
    }

    /// @param alone whether records with one value a field need only be paired with themselves
    private TermMaker join(TriplesMap child, TermCompiler compiler, ObjectRule.RefObjectMap joined, boolean alone) {
        TriplesMap parent = joins.parent(joined);
        if (joined.conditions().isEmpty()) {
            if (!JoinRules.sameRows(child.origin(), parent.origin())) {
                throw new RuleException(
                        "join",
                        joined.line(),
                        "a join without rml:joinCondition needs a parent on the same logical source");
            }
            return bare(parent, terms(parent, compiler.relation(), ", subject"));
        }
        Relation relation = fresh(parent.origin());
        TermCompiler there = terms(parent, relation, ", subject");
        List<Expression> parentKeys = joined.conditions().stream()
                .map(condition -> there.expressions().compile(condition.parent()))
                .toList();
        List<Expression> childKeys = joined.conditions().stream()
                .map(condition -> compiler.expressions().compile(condition.child()))
                .toList();
        TermMaker subject = bare(parent, there);
        Lookup<Term> lookup =
                new Lookup<>(compiler.relation(), relation, parentKeys, subject::make, new Packed.Terms());
        (alone ? spare : lookups).add(lookup);
        Integer slot = direct(lookup, relation, parent, joined)
                ? compiler.relation()
                        .slot(
                                ((ExpressionMap.Reference)
                                                joined.conditions().getFirst().child())
                                        .text(),
                                joined.line())
                : null;
        return new JoinMaker(lookup, childKeys, slot, alone);
    }

    /// Whether the join has one key on both sides and offers IRIs; records are taken by their bytes then, if they can.
    private static boolean direct(
            Lookup<Term> lookup, Relation relation, TriplesMap parent, ObjectRule.RefObjectMap joined) {
        TermMap subject = parent.subject().term();
        if (!JoinRules.hasOneReference(joined) || !JoinRules.offersIris(subject)) {
            return false;
        }
        var writers = new WriterCompiler(relation);
        TermWriter writer = writers.compile(subject);
        if (writer != null && relation instanceof RecordRelation records) {
            var key = (ExpressionMap.Reference) joined.conditions().getFirst().parent();
            int slot = writers.needs(records.slot(key.text(), key.line()));
            boolean ofKey = JoinRules.isMadeOf(subject, Set.of(key.text()));
            lookup.takeDirectly(new Lookup.Direct(records, slot, writer, writers.needed(), ofKey));
        }
        return true;
    }

    /// The subjects of a triples map; the cells of collections are its own affair.
    private TermMaker bare(TriplesMap parent, TermCompiler compiler) {
        TermMaker subject = term(parent, compiler, parent.subject().term(), TermCompiler.Weight.VALUE);
        return parent.subject().term().gather() == null
                ? subject
                : (row, findings) ->
                        subject.make(row, findings).stream().map(Term::bare).toList();
    }
}
