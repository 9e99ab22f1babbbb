package de.stadtgraph.federation;

import de.stadtgraph.problem.Text;
import org.jspecify.annotations.Nullable;

/// Another portal gave no whole answer.
public final class RemoteFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Text why;

    RemoteFailure(Text why, @Nullable Throwable cause) {
        super(why.en(), cause);
        this.why = why;
    }

    /// What went wrong, in one sentence that names the endpoint.
    public Text why() {
        return why;
    }
}
