package de.stadtgraph.workshop;

import java.nio.file.Path;

/// The list of changes beside what is released: the newest version first, a line with its purpose and its effect.
/// Stateless.
public final class Changelog {
    private Changelog() {}

    /// Adds an entry, once: a repeated adoption leaves the file as it is.
    ///
    /// @param title heading of the file
    /// @param entry heading of the entry: what has which version since when
    public static void add(Path file, String title, String entry, Proposal proposal) {
        String heading = "# " + title + "\n";
        String before = DurableText.readIfThere(file);
        if (before.contains("\n## " + entry + "\n")) {
            return;
        }
        String rest = before.startsWith(heading) ? before.substring(heading.length()) : before;
        String note = proposal.note().replaceAll("\\s+", " ").strip();
        DurableText.write(
                file,
                "%s\n## %s\n- %s (%s)\n%s"
                        .formatted(heading, entry, note, proposal.effect().en(), rest));
    }
}
