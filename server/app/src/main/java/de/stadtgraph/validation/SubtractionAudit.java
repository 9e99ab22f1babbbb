package de.stadtgraph.validation;

import de.stadtgraph.problem.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/// Whether anybody can compute hidden cells of a count table (privacy rules P4b and P5) from what is public besides the
/// table: its earlier releases, and tables of the same thing by areas that are made of the same areas.
///
/// The subtraction within one table is a shape's business. Holds the tables in memory. One candidate, one thread.
public final class SubtractionAudit {
    private static final int SHOWN_AGAINST = 4;

    private final List<CountTable> candidate;
    private final Map<Node, OptionalLong> earlier = new HashMap<>();
    private final List<CountTable> others;
    private final NestedAreas areas;

    /// @param candidate what is to be published
    /// @param earlier content of the dataset's releases that everybody can still download, oldest first
    /// @param others content of the current releases of other datasets that hold count tables
    /// @param areas the areas and their overlaps
    public SubtractionAudit(Described candidate, List<Described> earlier, List<Described> others, Graph areas) {
        this.candidate = candidate.tables();
        this.others =
                others.stream().flatMap(dataset -> dataset.tables().stream()).toList();
        this.areas = NestedAreas.in(areas);
        for (Described release : earlier) {
            release.tables()
                    .forEach(table -> table.cells()
                            .values()
                            .forEach(cell -> cell.value().ifPresent(_ -> this.earlier.put(cell.iri(), cell.value()))));
        }
    }

    /// Whether a dataset holds a table that needs the audit.
    public static boolean concerns(Described dataset) {
        return !dataset.tables().isEmpty();
    }

    public List<CubeFinding> findings() {
        List<CubeFinding> findings = new ArrayList<>();
        for (CountTable table : candidate) {
            silentlySuppressed(table).stream().forEach(findings::add);
            shownBefore(table).forEach(findings::add);
            acrossReleases(table).forEach(findings::add);
            acrossDivisions(table).forEach(findings::add);
        }
        return findings;
    }

    /// P4b: zeros, and cells just above the smallest counts, but none of these.
    private static List<CubeFinding> silentlySuppressed(CountTable table) {
        long zeros = count(table, 0, 0);
        long small = count(table, 1, 2);
        long next = count(table, 3, SHOWN_AGAINST);
        boolean marked = table.cells().values().stream().anyMatch(CountTable.Cell::secret);
        if (marked || zeros == 0 || small > 0 || next == 0) {
            return List.of();
        }
        return List.of(new CubeFinding(
                "P4b",
                Severity.WARNING,
                zeros,
                new Text(
                        "Die Tabelle hat Nullen und Werte von 3 und 4, aber keine von 1 und 2: Kleine Werte wurden"
                                + " vielleicht ohne Kennzeichnung durch 0 ersetzt.",
                        "The table has zeros and values of 3 and 4, but none of 1 and 2: small values may have been"
                                + " replaced by 0 without a mark."),
                new Text(
                        "Die datenhaltende Stelle fragen, und gesperrte Zellen als solche kennzeichnen.",
                        "Ask the data owner, and mark suppressed cells as such."),
                List.of(table.cube())));
    }

    private static long count(CountTable table, long least, long most) {
        return table.cells().values().stream()
                .filter(cell -> cell.value().isPresent())
                .mapToLong(cell -> cell.value().getAsLong())
                .filter(value -> value >= least && value <= most)
                .count();
    }

    /// A cell that is hidden now and was shown by a release that is still public.
    private List<CubeFinding> shownBefore(CountTable table) {
        List<Node> cells = table.cells().values().stream()
                .filter(cell -> cell.secret() && cell.value().isEmpty() && earlier.containsKey(cell.iri()))
                .map(CountTable.Cell::iri)
                .toList();
        return found(
                cells,
                new Text(
                        "Gesperrte Zellen stehen in einer früheren Freigabe, die noch öffentlich ist.",
                        "Suppressed cells stand in an earlier release that is still public."),
                new Text(
                        "Die frühere Freigabe zurückziehen (rollback --withdraw) oder die Zellen nicht sperren.",
                        "Withdraw the earlier release (rollback --withdraw), or do not suppress the cells."));
    }

    /// A total of this release, with parts that this or an earlier release shows.
    private List<CubeFinding> acrossReleases(CountTable table) {
        List<Node> totals = new ArrayList<>();
        for (CountTable.Cell total : table.cells().values()) {
            List<OptionalLong> alone =
                    total.parts().stream().map(part -> value(table, part)).toList();
            List<OptionalLong> together =
                    total.parts().stream().map(part -> known(table, part)).toList();
            OptionalLong sum = known(table, total.iri());
            boolean more = !alone.equals(together) || value(table, total.iri()).isEmpty();
            if (more
                    && sum.isPresent()
                    && Subtraction.of(sum.getAsLong(), together).gives(table.threshold())) {
                totals.add(total.iri());
            }
        }
        return found(
                totals,
                new Text(
                        "Zusammen mit früheren Freigaben lassen sich gesperrte Zellen aus Summen zurückrechnen.",
                        "Together with earlier releases suppressed cells can be computed back from totals."),
                new Text(
                        "Weitere Zellen sperren, oder frühere Freigaben zurückziehen (rollback --withdraw).",
                        "Suppress further cells, or withdraw earlier releases (rollback --withdraw)."));
    }

    private static OptionalLong value(CountTable table, Node iri) {
        CountTable.Cell cell = table.cells().get(iri);
        return cell == null ? OptionalLong.empty() : cell.value();
    }

    private OptionalLong known(CountTable table, Node iri) {
        OptionalLong now = value(table, iri);
        return now.isPresent() ? now : earlier.getOrDefault(iri, OptionalLong.empty());
    }

    /// Another table, or another part of this one, has a count for an area that is made of areas of this one; and the
    /// other way round.
    private List<CubeFinding> acrossDivisions(CountTable table) {
        List<Node> cells = new ArrayList<>();
        for (CountTable other : Stream.concat(Stream.of(table), others.stream()).toList()) {
            if (other.measure().equals(table.measure())) {
                cells.addAll(new AreaSums(other, table, areas).given());
                if (!other.cube().equals(table.cube())) {
                    cells.addAll(new AreaSums(table, other, areas).given());
                }
            }
        }
        return found(
                cells,
                new Text(
                        "Gesperrte Zellen lassen sich aus Zahlen für Gebiete einer anderen Gliederung zurückrechnen.",
                        "Suppressed cells can be computed back from numbers for areas of another division."),
                new Text(
                        "Weitere Zellen sperren, oder die Zahl des umschließenden Gebiets weglassen.",
                        "Suppress further cells, or leave out the number of the area that encloses them."));
    }

    private static List<CubeFinding> found(List<Node> cells, Text message, Text repair) {
        return cells.isEmpty()
                ? List.of()
                : List.of(new CubeFinding("P5", Severity.BLOCK, cells.size(), message, repair, cells));
    }
}
