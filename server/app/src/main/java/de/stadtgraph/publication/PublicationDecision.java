package de.stadtgraph.publication;

import java.util.List;

/// What the gate decided on a candidate; kept for ever with its reasons.
public sealed interface PublicationDecision {

    /// Nothing above an information was found.
    record Released() implements PublicationDecision {
        @Override
        public String notation() {
            return "released";
        }

        @Override
        public List<Finding> reasons() {
            return List.of();
        }
    }

    /// Published together with what was found.
    record ReleasedWithWarnings(List<Finding> reasons) implements PublicationDecision {
        public ReleasedWithWarnings {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String notation() {
            return "released-with-warnings";
        }
    }

    /// Not published; the last release stays.
    record Refused(List<Finding> reasons) implements PublicationDecision {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String notation() {
            return "refused";
        }
    }

    /// Notation in the concept scheme `publication-outcome`.
    String notation();

    /// The findings that led to it.
    List<Finding> reasons();

    /// Whether the candidate becomes a release.
    default boolean releases() {
        return switch (this) {
            case Released _, ReleasedWithWarnings _ -> true;
            case Refused _ -> false;
        };
    }
}
