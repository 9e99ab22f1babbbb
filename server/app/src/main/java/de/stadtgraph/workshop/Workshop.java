package de.stadtgraph.workshop;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.Shapes;
import de.stadtgraph.workshop.Proposal.Status;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;

/// What editors and stewards do with shape families: write drafts, see their effect, propose, decide.
///
/// Thread-safe; a preview runs on the caller's thread.
public final class Workshop implements Drafting {
    /// Families that judge every dataset (domain model, section 6.1).
    private static final Set<String> FOR_ALL = Set.of("core", "extent", "privacy", "dcat-ap-de");

    private final Path released;
    private final Drafts drafts;
    private final Review review;
    private final ShapesPreview preview;
    private final DataProfiles profiles = new DataProfiles();
    private final ShapesLint lint;
    private final CurrentData data;
    private final Clock clock;
    private final Preparation preparation = new Preparation();

    /// @param places where things are kept
    /// @param lookups code lists that rules look into
    public Workshop(Places places, Graph lookups, ShapesLint lint, CurrentData data, Clock clock) {
        this.released = places.shapes();
        this.drafts = new Drafts(
                new ReleasedShapes(places.shapes()), places.workspace().resolve("shapes"));
        this.review =
                new Review(Proposal.Kind.SHAPES, drafts, new Proposals(places.workspace(), clock), places.keeper());
        this.preview = new ShapesPreview(lookups);
        this.lint = lint;
        this.data = data;
        this.clock = clock;
    }

    /// @param shapes the folder `shapes/` of the checkout
    /// @param workspace the folder `workspace/` of the data
    /// @param keeper where else adopted files go
    public record Places(Path shapes, Path workspace, Keeper keeper) {}

    /// One family in a list.
    ///
    /// @param draft whether somebody has begun to change it
    public record Card(String name, Text title, String version, int shapes, boolean draft) {}

    /// The families, by name.
    public List<Card> families() {
        return Shapes.load(released).families().stream()
                .map(family -> new Card(
                        family.name(),
                        family.title(),
                        family.version(),
                        family.shapes().size(),
                        drafts.exists(family.name())))
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
    public List<Mark> marks(String family) {
        Path file = drafts.file(family, Part.SHAPES);
        return lint.marks(DurableText.read(file), file);
    }

    @Override
    public List<Mark> marks(String family, Part part, String text) {
        if (!part.equals(Part.SHAPES)) {
            return lint.syntax(text);
        }
        Path beside = DurableText.temporary(text);
        try {
            return lint.marks(text, beside);
        } finally {
            DurableText.remove(beside);
        }
    }

    /// The city's own terms with their labels.
    public SortedMap<String, Text> terms() {
        return lint.labels();
    }

    /// A shape that lacks an example is marked at its line.
    @Override
    public List<Mark> examples(String family) {
        return ExampleMarks.of(draft(family));
    }

    /// Whether the draft can be applied.
    ///
    /// @throws ServerException [ErrorCode#SHAPE_INVALID] when the draft has a grave mark
    public void check(String family) {
        sound(family);
    }

    /// What the draft would do to the published data.
    ///
    /// @throws ServerException [ErrorCode#SHAPE_INVALID] when the draft has a grave mark
    public Preview preview(String family, PreviewWatch watch) {
        ShapeFamily changed = sound(family);
        try (CurrentData.Held held = data.judgedBy(family)) {
            var forms = new ShapesPreview.Forms(old(family), changed, text(family));
            return preview.compare(forms, held.datasets(), watch);
        }
    }

    /// Begins to work out, beside all else, what the released shapes of a family find: whoever opens a draft will
    /// want to see what it changes.
    @Override
    public void prepare(String family) {
        preparation.begin(watch -> {
            try (CurrentData.Held held = data.judgedBy(family)) {
                preview.learn(old(family), text(family), held.datasets(), watch);
            }
        });
    }

    private String text(String family) {
        return Drafts.tag(drafts.released(family, Part.SHAPES));
    }

    /// Constraints that a published dataset nearly meets and no shape states, drafts included.
    public Suggested suggestions(String dataset) {
        try (CurrentData.Held held = data.named(dataset)) {
            JudgedDataset judged = held.datasets().getFirst();
            List<ShapeFamily> families = families(judged.dataset());
            ShapeFamily own = families.stream()
                    .filter(family -> !FOR_ALL.contains(family.name()))
                    .findFirst()
                    .orElse(families.getFirst());
            return new Suggested(own.name(), own.node().getURI(), Suggestions.of(profiles.of(held), families));
        }
    }

    /// What the data propose.
    ///
    /// @param family name of the family that an accepted proposal joins
    /// @param iri IRI of this family
    public record Suggested(String family, String iri, List<Suggestion> suggestions) {
        public Suggested {
            suggestions = List.copyOf(suggestions);
        }
    }

    /// Writes a suggestion into the draft of the family that judges the dataset, and gives the name of this family.
    ///
    /// @param key [Suggestion#key()]
    /// @throws ServerException [ErrorCode#NOT_FOUND] when the data do not suggest it (any more)
    public String accept(String dataset, String key) {
        Suggested suggested = suggestions(dataset);
        Suggestion wanted = suggested.suggestions().stream()
                .filter(suggestion -> suggestion.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ServerException(
                        ErrorCode.NOT_FOUND,
                        new Text(
                                "Das legen die Daten nicht mehr nahe, oder es steht schon im Entwurf.",
                                "The data suggest this no more, or the draft has it already.")));
        String family = suggested.family();
        Drafts.Tagged before = drafts.part(family, Part.SHAPES);
        drafts.save(family, Part.SHAPES, wanted.appendedTo(before.text(), suggested.iri()), before.tag());
        return family;
    }

    /// What of a dataset no shape looks at, and which shapes looked at nothing when it was published.
    public Coverage coverage(String dataset) {
        try (CurrentData.Held held = data.named(dataset)) {
            JudgedDataset judged = held.datasets().getFirst();
            List<ShapeFamily> families =
                    Shapes.load(released).require(judged.dataset().shapeFamilies());
            return Coverage.of(profiles.of(held), families, data.history(dataset));
        }
    }

    /// How the shapes did in the last releases of a dataset, newest first.
    public List<ReleaseOutcome> history(String dataset) {
        return data.history(dataset);
    }

    /// The rules that made a dataset's statements of a property.
    public List<MappingRule> rules(String dataset, String property) {
        return data.rules(dataset).stream()
                .filter(rule -> rule.property().equals(property))
                .toList();
    }

    /// Slugs of the datasets that are published, in alphabetical order.
    public List<String> datasets() {
        return data.published();
    }

    /// The families that judge a dataset, as their drafts have them where these can be read.
    private List<ShapeFamily> families(Dataset dataset) {
        return Shapes.load(released).require(dataset.shapeFamilies()).stream()
                .map(family ->
                        drafts.exists(family.name()) && sound(marks(family.name())) ? draft(family.name()) : family)
                .toList();
    }

    /// The step of the version that the draft makes, and the version it would have.
    public String nextVersion(String family) {
        ShapeFamily old = old(family);
        return VersionStep.between(old, draft(family)).after(old.version());
    }

    /// Also its examples must pass.
    @Override
    public Proposal propose(String family, String author, String note) {
        ShapeFamily changed = sound(family);
        List<Mark> complaints = examples(family);
        if (!complaints.isEmpty()) {
            Text first = complaints.getFirst().message();
            throw new ServerException(
                    ErrorCode.SHAPE_INVALID,
                    new Text("Die Beispiele bestehen nicht: " + first.de(), "The examples do not pass: " + first.en()));
        }
        ShapeFamily old = old(family);
        Text effect = preview(family, PreviewWatch.SILENT).sentence();
        var change = new Review.Change(old.version(), VersionStep.between(old, changed), effect);
        return review.propose(family, author, note, change);
    }

    @Override
    public Proposal decide(int number, Status how, String who) {
        var adoption = new Adoption(released);
        UnaryOperator<Proposal> current = proposal -> {
            review.requireUntouched(proposal, old(proposal.family()).version(), Adoption.text(proposal));
            return proposal;
        };
        var release = new Review.Release(current, proposal -> adoption.adopt(proposal, LocalDate.now(clock)));
        return review.decide(number, how, who, release);
    }

    private ShapeFamily old(String family) {
        return Shapes.read(Objects.requireNonNull(
                new ReleasedShapes(released).parts(family).get(Part.SHAPES)));
    }

    private ShapeFamily draft(String family) {
        return Shapes.read(drafts.file(family, Part.SHAPES));
    }

    private static boolean sound(List<Mark> marks) {
        return marks.stream().noneMatch(Mark::grave);
    }

    private ShapeFamily sound(String family) {
        for (Mark mark : marks(family)) {
            if (mark.grave()) {
                Text where = new Text("Zeile " + mark.line() + ": ", "Line " + mark.line() + ": ");
                throw new ServerException(
                        ErrorCode.SHAPE_INVALID,
                        new Text(
                                where.de() + mark.message().de(),
                                where.en() + mark.message().en()));
            }
        }
        return draft(family);
    }
}
