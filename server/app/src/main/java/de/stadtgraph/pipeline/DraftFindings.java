package de.stadtgraph.pipeline;

import de.stadtgraph.mapping.MappingModule;
import de.stadtgraph.mapping.OpenQuestions;
import de.stadtgraph.problem.Text;
import de.stadtgraph.publication.Finding;
import de.stadtgraph.publication.Severity;
import java.util.List;
import java.util.Optional;

/// A module in which a person still has to decide is a draft, and a draft is never published. Stateless.
final class DraftFindings {
    private static final int EXAMPLES = 5;

    private DraftFindings() {}

    static Optional<Finding> of(MappingModule module) {
        List<String> questions = OpenQuestions.of(module);
        if (questions.isEmpty()) {
            return Optional.empty();
        }
        Text text = new Text(
                "Entwurf: offene Fragen (TODO) in der Abbildung oder der Beschreibung; erst danach wird veröffentlicht.",
                "Draft: open questions (TODO) in mapping or description; publication waits for them.");
        return Optional.of(new Finding(
                "draft",
                Severity.BLOCK,
                questions.size(),
                text,
                questions.stream().limit(EXAMPLES).toList()));
    }
}
