package de.stadtgraph.pipeline;

import de.stadtgraph.problem.Text;
import de.stadtgraph.publication.Finding;
import de.stadtgraph.publication.Severity;
import java.util.List;

/// The warning of a run for which no release of the areas is there.
final class MissingAreas {
    static final Finding FINDING = new Finding(
            "enrichment:areas",
            Severity.WARNING,
            1,
            new Text(
                    "Keine Freigabe von „areas“: Bezirk und Ortsteil wurden nicht ergänzt.",
                    "No release of \"areas\": district and Ortsteil were not added."),
            List.of());

    private MissingAreas() {}
}
