package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Register;
import de.stadtgraph.workshop.terms.Module;
import java.util.List;

/// The register of shape families and modules of the ontology. Immutable.
public record RegisterPage(Frame frame, List<Register.Entry> families, List<Module> modules) {
    public RegisterPage {
        modules = List.copyOf(modules);
        families = List.copyOf(families);
    }

    public String in(Text text) {
        return text.in(frame.phrases().language());
    }

    public String status(Module module) {
        return Words.status(frame.phrases(), module.status());
    }

    public String status(Register.Entry family) {
        return Words.status(frame.phrases(), family.status());
    }
}
