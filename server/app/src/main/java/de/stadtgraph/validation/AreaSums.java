package de.stadtgraph.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Node;

/// Counts for areas of one division against the counts for the areas they are made of. One look, one thread.
///
/// Two tables speak of the same thing only if they agree where nothing is hidden: at least one sum must match, and none
/// may differ; else their difference tells nothing.
final class AreaSums {
    private final CountTable whole;
    private final CountTable parts;
    private final NestedAreas areas;
    private final Map<String, CountTable.Cell> byPlace = new HashMap<>();

    AreaSums(CountTable whole, CountTable parts, NestedAreas areas) {
        this.whole = whole;
        this.parts = parts;
        this.areas = areas;
        parts.cells().values().forEach(cell -> cell.area().ifPresent(area -> byPlace.put(area + cell.rest(), cell)));
    }

    /// Cells that stand for an area whose parts can be computed back.
    List<Node> given() {
        List<Node> given = new ArrayList<>();
        long matching = 0;
        for (CountTable.Cell total : whole.cells().values()) {
            List<OptionalLong> values = partsOf(total);
            if (values.isEmpty() || total.value().isEmpty()) {
                continue;
            }
            Subtraction subtraction = Subtraction.of(total.value().getAsLong(), values);
            boolean open = values.stream().allMatch(OptionalLong::isPresent);
            if (open && subtraction.matches()) {
                matching++;
            } else if (open && values.stream().allMatch(value -> value.getAsLong() > 0)) {
                return List.of();
            } else if (subtraction.gives(parts.threshold())) {
                given.add(total.iri());
            }
        }
        return matching == 0 ? List.of() : given;
    }

    /// The counts of the areas that make up the area of a cell, in its other dimensions; none if one is not in the
    /// table.
    private List<OptionalLong> partsOf(CountTable.Cell total) {
        Set<Node> inside = total.area().map(areas::partsOf).orElse(Set.of());
        List<OptionalLong> values = new ArrayList<>();
        for (Node area : inside) {
            CountTable.Cell cell = byPlace.get(area + total.rest());
            if (cell == null) {
                return List.of();
            }
            values.add(cell.value());
        }
        return values;
    }
}
