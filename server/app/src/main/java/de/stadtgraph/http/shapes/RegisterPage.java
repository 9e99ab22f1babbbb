package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Register;
import java.util.List;

/// The register of shape families. Immutable.
public record RegisterPage(Frame frame, List<Register.Entry> families) {
    public RegisterPage {
        families = List.copyOf(families);
    }

    public String in(Text text) {
        return text.in(frame.phrases().language());
    }

    public String status(Register.Entry family) {
        return Words.status(frame, family.status());
    }
}
