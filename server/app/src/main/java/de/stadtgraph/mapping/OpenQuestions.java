package de.stadtgraph.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a person still has to decide in a module: lines with the word TODO. Such a module cannot be published.
///
/// Stateless.
public final class OpenQuestions {
    private static final String MARK = "TODO";

    private OpenQuestions() {}

    /// The open questions of a module's mapping and description, each with file and line.
    public static List<String> of(MappingModule module) {
        List<String> questions = new ArrayList<>();
        for (Path file : List.of(module.mapping(), module.folder().resolve("dataset.ttl"))) {
            questions.addAll(in(file));
        }
        return questions;
    }

    private static List<String> in(Path file) {
        List<String> questions = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                int mark = lines.get(i).indexOf(MARK);
                if (mark >= 0) {
                    questions.add("%s, line %d: %s"
                            .formatted(
                                    file.getFileName(),
                                    i + 1,
                                    lines.get(i).substring(mark).strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return questions;
    }
}
