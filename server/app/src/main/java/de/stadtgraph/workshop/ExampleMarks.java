package de.stadtgraph.workshop;

import de.stadtgraph.problem.Text;
import de.stadtgraph.validation.ShapeDescription;
import de.stadtgraph.validation.ShapeExamples;
import de.stadtgraph.validation.ShapeFamily;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What is wrong with the examples of a family, as marks: a shape that lacks an example has one at its line.
/// Stateless.
final class ExampleMarks {
    private ExampleMarks() {}

    static List<Mark> of(ShapeFamily family) {
        List<String> lines = DurableText.read(family.folder().resolve(Part.SHAPES.name()))
                .lines()
                .toList();
        return ShapeExamples.complaints(family).stream()
                .map(complaint -> mark(family.folder(), complaint, lines))
                .toList();
    }

    private static Mark mark(Path folder, ShapeExamples.Complaint complaint, List<String> lines) {
        int line = complaint.lacking().map(shape -> line(shape, lines)).orElse(0);
        if (complaint.place().equals(folder)) {
            return new Mark(line, 0, false, complaint.message());
        }
        String place = folder.relativize(complaint.place()).toString().replace('\\', '/') + ": ";
        return new Mark(
                line,
                0,
                true,
                new Text(
                        place + complaint.message().de(),
                        place + complaint.message().en()));
    }

    /// The line on which the shape begins, counted from 1; 0 where it is not found.
    private static int line(ShapeDescription shape, List<String> lines) {
        Pattern begin = Pattern.compile("(<[^>]*#|[\\w-]*:)" + Pattern.quote(shape.localName()) + ">?\\s.*");
        for (int at = 0; at < lines.size(); at++) {
            if (begin.matcher(lines.get(at) + " ").matches()) {
                return at + 1;
            }
        }
        return 0;
    }
}
