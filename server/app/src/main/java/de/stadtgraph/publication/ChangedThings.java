package de.stadtgraph.publication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts things by what became of them, while the merge of two releases tells changed quads in the order of their
/// subjects. A thing is new when its type is, gone when its type is, else changed. One thread.
final class ChangedThings {
    private static final int MOST_EXAMPLES = 20;

    private final Kind added = new Kind();
    private final Kind removed = new Kind();
    private final Kind changed = new Kind();
    private @Nullable String subject;
    private boolean typeAdded;
    private boolean typeRemoved;

    void added(byte[] line) {
        typeAdded |= see(line).isType();
    }

    void removed(byte[] line) {
        typeRemoved |= see(line).isType();
    }

    private QuadLine see(byte[] line) {
        QuadLine quad = QuadLine.of(line);
        String thing = QuadLine.iri(quad.subject());
        if (!thing.equals(subject)) {
            end();
            subject = thing;
        }
        return quad;
    }

    private void end() {
        if (subject == null) {
            return;
        }
        Kind kind = typeAdded == typeRemoved ? changed : typeAdded ? added : removed;
        kind.count++;
        if (kind.examples.size() < MOST_EXAMPLES) {
            kind.examples.add(subject);
        }
        typeAdded = false;
        typeRemoved = false;
    }

    /// The counts and the first few of each kind.
    ObjectNode json() {
        end();
        subject = null;
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        added.write(root.putObject("added"));
        removed.write(root.putObject("removed"));
        changed.write(root.putObject("changed"));
        return root;
    }

    private static final class Kind {
        private final List<String> examples = new ArrayList<>();
        private long count;

        void write(ObjectNode node) {
            node.put("count", count);
            examples.forEach(node.putArray("examples")::add);
        }
    }
}
