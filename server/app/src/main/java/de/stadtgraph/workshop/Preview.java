package de.stadtgraph.workshop;

import de.stadtgraph.problem.Text;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// What a change of a shape family does to the published datasets. Immutable.
///
/// @param changes one for each changed shape and dataset
/// @param cancelled whether somebody ended it: what is missing was not judged
public record Preview(List<ShapeChange> changes, boolean cancelled) {
    public Preview {
        changes = List.copyOf(changes);
    }

    public long appeared() {
        return changes.stream().mapToLong(ShapeChange::appeared).sum();
    }

    public long fixed() {
        return changes.stream().mapToLong(ShapeChange::fixed).sum();
    }

    public long unchanged() {
        return changes.stream().mapToLong(ShapeChange::unchanged).sum();
    }

    /// Slugs of the datasets whose next release would be refused.
    public List<String> refused() {
        return List.copyOf(new TreeSet<>(changes.stream()
                .filter(ShapeChange::refuses)
                .map(ShapeChange::dataset)
                .toList()));
    }

    /// The result in one sentence.
    public Text sentence() {
        List<String> refused = refused();
        return new Text(
                String.format(
                                Locale.GERMANY,
                                "%,d neue Ergebnisse, %,d behoben, %,d unverändert; ",
                                appeared(),
                                fixed(),
                                unchanged())
                        + (refused.isEmpty()
                                ? "kein Datensatz würde abgelehnt."
                                : "abgelehnt würde: " + String.join(", ", refused) + "."),
                String.format(
                                Locale.UK,
                                "%,d new results, %,d fixed, %,d unchanged; ",
                                appeared(),
                                fixed(),
                                unchanged())
                        + (refused.isEmpty()
                                ? "no dataset would be refused."
                                : "refused would be: " + String.join(", ", refused) + "."));
    }
}
