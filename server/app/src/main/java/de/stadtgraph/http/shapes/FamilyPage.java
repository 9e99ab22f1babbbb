package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Register;
import de.stadtgraph.workshop.Rule;
import java.util.List;

/// A released shape family as everybody reads it. Immutable.
public record FamilyPage(Frame frame, Register.Entry family) {
    /// Suffixes of the files, with the words that name them.
    private static final List<Download> DOWNLOADS = List.of(
            new Download("ttl", "register.turtle"),
            new Download("jsonld", "register.context"),
            new Download("csv", "register.template"),
            new Download("svg", "register.diagram"));

    /// @param word key of the word that names it
    public record Download(String suffix, String word) {}

    public List<Download> downloads() {
        return DOWNLOADS;
    }

    public String in(Text text) {
        return text.in(frame.phrases().language());
    }

    public String status() {
        return Words.status(frame.phrases(), family.status());
    }

    public String severity(Rule rule) {
        return Words.severity(frame.phrases(), rule.severity());
    }

    /// What a value must be, its number first.
    public String demands(Rule rule) {
        return rule.cardinality().isEmpty() || rule.demands().isEmpty()
                ? rule.cardinality() + rule.demands()
                : rule.cardinality() + "; " + rule.demands();
    }
}
