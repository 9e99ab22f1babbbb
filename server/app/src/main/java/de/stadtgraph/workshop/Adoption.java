package de.stadtgraph.workshop;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes an adopted proposal into the folder `shapes/`: the parts, the version, a line of the changelog, and a copy
/// that stays as this version for ever (`versions/{x.y.z}.ttl`). The folder is the source; nothing else knows the
/// shapes.
///
/// Each file is replaced whole; `shapes.ttl` last, so that a crash leaves the family as it was or as it becomes.
final class Adoption {
    private static final Pattern VERSION = Pattern.compile("owl:versionInfo\\s+\"[^\"]*\"");

    private final Path shapes;

    /// @param shapes the folder `shapes/` of the checkout
    Adoption(Path shapes) {
        this.shapes = shapes;
    }

    /// Writes the files and names their folder.
    List<Path> adopt(Proposal proposal, LocalDate day) {
        Path family = shapes.resolve(proposal.family());
        String text = text(proposal);
        proposal.parts().forEach((name, part) -> {
            if (!name.equals(Part.SHAPES.name())) {
                DurableText.write(family.resolve(new Part(name).name()), part);
            }
        });
        DurableText.write(family.resolve("versions").resolve(proposal.to() + ".ttl"), text);
        String title = "Changes of the shape family " + proposal.family();
        Changelog.add(family.resolve("CHANGELOG.md"), title, proposal.to() + ", " + day, proposal);
        DurableText.write(family.resolve(Part.SHAPES.name()), text);
        return List.of(family);
    }

    /// The shapes as they are once adopted.
    static String text(Proposal proposal) {
        return withVersion(proposal.parts().getOrDefault(Part.SHAPES.name(), ""), proposal.to());
    }

    /// The text with another `owl:versionInfo`.
    static String withVersion(String text, String version) {
        return VERSION.matcher(text).replaceFirst(Matcher.quoteReplacement("owl:versionInfo \"" + version + "\""));
    }
}
