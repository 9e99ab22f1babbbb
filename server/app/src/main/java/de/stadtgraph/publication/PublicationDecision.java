package de.stadtgraph.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The gate's judgement on a candidate, kept for ever. Immutable.
public sealed interface PublicationDecision {
    /// When it was made.
    Instant time();

    /// What speaks against the candidate, heaviest first; for a refusal only what refuses.
    List<Finding> reasons();

    /// Rules that a steward acknowledged, with the written reason.
    Map<String, String> acknowledged();

    /// Notation in the concept scheme `publication-outcome`.
    default String outcome() {
        return switch (this) {
            case Released released -> "released";
            case ReleasedWithWarnings released -> "released-with-warnings";
            case Refused refused -> "refused";
        };
    }

    /// Nothing above an info was found.
    record Released(Instant time, Map<String, String> acknowledged) implements PublicationDecision {
        public Released {
            acknowledged = Map.copyOf(acknowledged);
        }

        @Override
        public List<Finding> reasons() {
            return List.of();
        }
    }

    /// Published, and what was found is published with it.
    record ReleasedWithWarnings(Instant time, List<Finding> reasons, Map<String, String> acknowledged)
            implements PublicationDecision {
        public ReleasedWithWarnings {
            reasons = List.copyOf(reasons);
            acknowledged = Map.copyOf(acknowledged);
        }
    }

    /// Not published; the release before stays.
    record Refused(Instant time, List<Finding> reasons, Map<String, String> acknowledged)
            implements PublicationDecision {
        public Refused {
            reasons = List.copyOf(reasons);
            acknowledged = Map.copyOf(acknowledged);
        }
    }
}
