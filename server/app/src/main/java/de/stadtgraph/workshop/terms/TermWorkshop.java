package de.stadtgraph.workshop.terms;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.workshop.CurrentData;
import de.stadtgraph.workshop.Drafting;
import de.stadtgraph.workshop.Drafts;
import de.stadtgraph.workshop.DurableText;
import de.stadtgraph.workshop.Keeper;
import de.stadtgraph.workshop.LineMarks;
import de.stadtgraph.workshop.Mark;
import de.stadtgraph.workshop.Part;
import de.stadtgraph.workshop.Proposal;
import de.stadtgraph.workshop.Proposals;
import de.stadtgraph.workshop.Review;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/// What editors and stewards do with ontology modules and code lists: write drafts, see what they change and where
/// it is used, propose, decide. Thread-safe.
public final class TermWorkshop implements Drafting {
    /// Uses of a term in a dataset are not counted further.
    public static final long MOST_COUNTED = 10_000;

    private final Path checkout;
    private final ReleasedTerms released;
    private final Drafts drafts;
    private final Review review;
    private final CurrentData data;
    private final Clock clock;

    /// @param proposals those of all kinds
    public TermWorkshop(Places places, Proposals proposals, Keeper keeper, CurrentData data, Clock clock) {
        Path workspace = places.workspace();
        this.checkout = places.checkout();
        this.released = new ReleasedTerms(places.checkout().resolve("ontologies"));
        this.drafts = new Drafts(released, workspace.resolve("terms"));
        this.review = new Review(Proposal.Kind.TERMS, drafts, proposals, keeper);
        this.data = data;
        this.clock = clock;
    }

    /// @param checkout the folder with `ontologies/`, `shapes/`, `mappings/` and `queries/`
    /// @param workspace the folder `workspace/` of the data
    public record Places(Path checkout, Path workspace) {}

    /// One vocabulary in a list.
    ///
    /// @param draft whether somebody has begun to change it
    public record Card(String name, String version, int terms, boolean draft) {}

    /// A term, and where it is used.
    public record Used(Term term, Uses uses) {}

    /// What a draft changes, and where that is used.
    public record UsedChange(TermChange change, Uses uses) {}

    /// The vocabularies: modules of the ontology, then code lists.
    public List<Card> vocabularies() {
        return released.names().stream()
                .map(name -> new Card(
                        name,
                        version(name),
                        Term.of(RdfFiles.read(released.file(name))).size(),
                        drafts.exists(name)))
                .toList();
    }

    @Override
    public Drafts drafts() {
        return drafts;
    }

    @Override
    public Review review() {
        return review;
    }

    @Override
    public List<Mark> marks(String name) {
        return marks(name, Part.TERMS, drafts.part(name, Part.TERMS).text());
    }

    @Override
    public List<Mark> marks(String name, Part part, String text) {
        return TermsLint.marks(RdfFiles.read(released.file(name)), text);
    }

    /// Terms have no examples.
    @Override
    public List<Mark> examples(String name) {
        return List.of();
    }

    /// The terms of the draft, or of what is released, each with its uses.
    ///
    /// @throws ServerException [ErrorCode#RDF_SYNTAX] when the draft cannot be read
    public List<Used> terms(String name) {
        var files = new NamedInFiles(checkout);
        return Term.of(draft(name)).stream()
                .map(term -> new Used(term, uses(files, term.iri())))
                .toList();
    }

    /// What the draft changes, each with its uses.
    public List<UsedChange> effect(String name) {
        var files = new NamedInFiles(checkout);
        return changes(name).stream()
                .map(change -> new UsedChange(change, uses(files, change.iri())))
                .toList();
    }

    private Uses uses(NamedInFiles files, Node term) {
        return new Uses(data.uses(term, MOST_COUNTED), files.of(term));
    }

    private List<TermChange> changes(String name) {
        return TermChange.between(RdfFiles.read(released.file(name)), draft(name));
    }

    private Graph draft(String name) {
        return RdfFiles.read(drafts.file(name, Part.TERMS));
    }

    private String version(String name) {
        return TermAdoption.version(DurableText.read(released.versionFile(name)));
    }

    @Override
    public Proposal propose(String name, String author, String note) {
        for (Mark mark : marks(name)) {
            if (mark.grave()) {
                throw new ServerException(ErrorCode.BAD_REQUEST, mark.message());
            }
        }
        List<TermChange> changes = changes(name);
        var change = new Review.Change(version(name), TermChange.step(changes), sentence(changes));
        return review.propose(name, author, note, change);
    }

    /// The changes in one sentence.
    public static Text sentence(List<TermChange> changes) {
        String named = changes.stream()
                .limit(10)
                .map(change -> Term.local(change.iri()))
                .collect(Collectors.joining(", "));
        String more = changes.size() > 10 ? ", …" : "";
        return new Text(
                (changes.size() == 1 ? "1 Begriff" : changes.size() + " Begriffe") + " geändert: " + named + more,
                (changes.size() == 1 ? "1 term" : changes.size() + " terms") + " changed: " + named + more);
    }

    @Override
    public Proposal decide(int number, Proposal.Status how, String who) {
        var adoption = new TermAdoption(released);
        var release = new Review.Release(this::current, proposal -> adoption.adopt(proposal, LocalDate.now(clock)));
        return review.decide(number, how, who, release);
    }

    /// The modules share the version of the ontology, so a proposal follows it when another module was changed.
    private Proposal current(Proposal proposal) {
        String name = proposal.family();
        String version = version(name);
        String text = TermAdoption.text(proposal);
        review.requireUntouched(proposal, version, text);
        if (version.equals(proposal.from())) {
            return proposal;
        }
        Graph before = RdfFiles.read(released.file(name));
        Graph after = new LineMarks(text)
                .graph(text)
                .orElseThrow(() -> new ServerException(
                        ErrorCode.BAD_REQUEST,
                        new Text("Der Vorschlag ist kein Turtle.", "The proposal is not Turtle.")));
        return proposal.rebased(version, TermChange.step(TermChange.between(before, after)));
    }
}
