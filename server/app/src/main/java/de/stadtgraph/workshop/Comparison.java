package de.stadtgraph.workshop;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.validation.Candidate;
import de.stadtgraph.validation.ShapeDescription;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.ValidationProgress;
import de.stadtgraph.validation.ValidationResult;
import de.stadtgraph.validation.Validator;
import de.stadtgraph.workshop.ShapesPreview.Forms;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Both forms of shapes on one dataset, whose columns are read once for all of them. For one thread.
final class Comparison {
    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);
    private static final int SAMPLES = 20;

    private final Judge judge;
    private final Forms forms;
    private final JudgedDataset dataset;
    private final PreviewWatch watch;
    private final Candidate candidate;

    Comparison(Judge judge, Forms forms, JudgedDataset dataset, PreviewWatch watch) {
        this.judge = judge;
        this.forms = forms;
        this.dataset = dataset;
        this.watch = watch;
        this.candidate =
                new Candidate(new ColumnGraph(dataset.data()), dataset.dataset().record(), judge.lookups());
    }

    /// What judges, and what it knows.
    ///
    /// @param lookups code lists that rules look into
    record Judge(Validator validator, Graph lookups, KnownOutcomes known) {}

    /// The change of one shape; the watcher is told of the first results while the others are sought.
    ShapeChange of(Node shape) {
        long start = System.nanoTime();
        Optional<Outcome> before = before(shape);
        Map<String, ValidationResult> today = results(before);
        Map<String, ValidationResult> soFar = new LinkedHashMap<>();
        Optional<Outcome> after = forms.differInTexts(shape)
                ? before
                : outcome(forms.changed(), shape, (portion, judged) -> {
                    portion.forEach(result -> soFar.putIfAbsent(Outcome.key(result), result));
                    watch.begun(change(shape, Found.begun(today, soFar, judged), start));
                });
        boolean bound = Stream.of(before, after).flatMap(Optional::stream).anyMatch(Outcome::isBound);
        boolean stopped = after.map(Outcome::isStopped).orElse(false);
        long judged = after.map(Outcome::judged).orElse(0L);
        return change(shape, new Found(today, results(after), judged, bound, stopped), start);
    }

    /// What both forms find, by what it is about.
    ///
    /// @param bound whether there may be more
    private record Found(
            Map<String, ValidationResult> before,
            Map<String, ValidationResult> after,
            long judged,
            boolean bound,
            boolean stopped) {

        /// A part of the things was judged: of what is found today only what was found again is known.
        static Found begun(Map<String, ValidationResult> before, Map<String, ValidationResult> soFar, long judged) {
            Map<String, ValidationResult> again = new LinkedHashMap<>(before);
            again.keySet().retainAll(soFar.keySet());
            return new Found(again, soFar, judged, true, false);
        }

        private static List<ValidationResult> without(
                Map<String, ValidationResult> results, Map<String, ValidationResult> others) {
            return results.entrySet().stream()
                    .filter(entry -> !others.containsKey(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private ShapeChange change(Node shape, Found found, long start) {
        List<ValidationResult> appeared = Found.without(found.after(), found.before());
        List<ValidationResult> fixed = Found.without(found.before(), found.after());
        ShapeDescription described =
                forms.changed().shape(shape).or(() -> forms.old().shape(shape)).orElseThrow();
        return new ShapeChange(
                dataset.dataset().slug(),
                shape.getURI(),
                described.name(),
                described.repairHint(),
                forms.old().shape(shape).map(Comparison::severity),
                forms.changed().shape(shape).map(Comparison::severity),
                found.judged(),
                appeared.size(),
                fixed.size(),
                found.after().size() - appeared.size(),
                found.bound(),
                found.stopped(),
                samples(appeared),
                samples(fixed),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static Map<String, ValidationResult> results(Optional<Outcome> outcome) {
        return outcome.map(Outcome::byKey).orElseGet(Map::of);
    }

    /// What the old form finds; remembered where its text and the release are known.
    Optional<Outcome> before(Node shape) {
        if (forms.text().isEmpty()
                || dataset.release() == 0
                || forms.old().shape(shape).isEmpty()) {
            return outcome(forms.old(), shape, (_, _) -> {});
        }
        var key = new KnownOutcomes.Key(dataset.dataset().slug(), dataset.release(), forms.text(), shape.getURI());
        return Optional.of(judge.known()
                .of(key, () -> outcome(forms.old(), shape, (_, _) -> {}).orElseThrow()));
    }

    private Optional<Outcome> outcome(
            ShapeFamily family, Node shape, ObjLongConsumer<List<ValidationResult>> portionDone) {
        if (family.shape(shape).isEmpty()) {
            return Optional.empty();
        }
        ShapeFamily only = family.only(Set.of(shape));
        var progress = new ValidationProgress() {
            @Override
            public boolean cancelled() {
                return watch.cancelled();
            }

            @Override
            public void portionDone(List<ValidationResult> results, long judged) {
                portionDone.accept(results, judged);
            }
        };
        try {
            Graph context = judge.known().context(dataset, candidate);
            return Optional.of(new Outcome(judge.validator().validate(candidate, context, List.of(only), progress)));
        } catch (ServerException e) {
            LOG.info("{} on {} was stopped: {}", shape, dataset.dataset().slug(), e.getMessage());
            return Optional.of(Outcome.stopped(only.shapes().getFirst()));
        }
    }

    private static String severity(ShapeDescription shape) {
        return shape.severity().name().toLowerCase(Locale.ROOT);
    }

    private static List<Sample> samples(List<ValidationResult> results) {
        return results.stream().limit(SAMPLES).map(Sample::of).toList();
    }
}
