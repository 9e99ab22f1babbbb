package de.stadtgraph.rml.profile;

import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.source.BrokenSourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What is in a raw file: its form, its records, its fields, a sample. Immutable.
///
/// Memory is bounded by the limits; a file of any length is read up to a number of records.
public final class SourceProfile {
    private static final int SPARE_COLUMNS = 16;

    private final Path file;
    private final SourceShape shape;
    private final RecordPass pass;

    private SourceProfile(Path file, SourceShape shape, RecordPass pass) {
        this.file = file;
        this.shape = shape;
        this.pass = pass;
    }

    /// Reads a file.
    ///
    /// @throws ProfileException when nothing can be made of it: one sentence
    public static SourceProfile read(Path file, ProfileLimits limits) throws IOException, ProfileException {
        try {
            FileForm form = FileForm.of(file, limits);
            SourceShape shape = switch (form.kind()) {
                case TABLE, WORKBOOK -> TableShape.find(file, form, limits);
                case JSON -> JsonShape.find(file, form);
                case XML -> XmlShape.find(file, form);
            };
            if (shape.source().format() == Format.JSON) {
                shape = JsonShape.withFields(shape, RecordPass.inventory(shape.source(), limits));
            }
            return profile(file, shape, limits);
        } catch (BrokenSourceException broken) {
            throw new ProfileException(file, broken.sentence() + ".");
        } catch (RuleException wrong) {
            throw new ProfileException(file, wrong.sentence() + ".");
        }
    }

    private static SourceProfile profile(Path file, SourceShape found, ProfileLimits limits)
            throws IOException, ProfileException {
        SourceShape shape = found;
        if (shape.fields().isEmpty()) {
            throw new ProfileException(file, "its records have no fields.");
        }
        if (shape.fields().size() > limits.fields()) {
            throw new ProfileException(
                    file,
                    "its records have " + shape.fields().size() + " fields, at most " + limits.fields()
                            + " can be drafted; cut the file into tables first.");
        }
        RecordPass pass;
        if (TableShape.isWidthGuessed(shape)) {
            // Later rows may be longer than those the width was guessed from.
            int guessed = shape.fields().size();
            pass = RecordPass.read(TableShape.widened(shape, SPARE_COLUMNS), limits);
            int width = Math.max(guessed, Math.min(TableShape.lastFilled(pass.fields()), limits.fields()));
            shape = TableShape.widened(shape, width - guessed);
            pass = pass.narrowed(width);
        } else {
            pass = RecordPass.read(shape, limits);
        }
        if (pass.records() == 0) {
            throw new ProfileException(file, "no record could be read in it.");
        }
        if (pass.broken() > pass.records()) {
            throw new ProfileException(
                    file,
                    "most of its records are broken (%d of %d); it is no clean %s file."
                            .formatted(
                                    pass.broken(),
                                    pass.broken() + pass.records(),
                                    shape.source().format()));
        }
        return new SourceProfile(file, shape, pass);
    }

    public Path file() {
        return file;
    }

    /// One profile a field, in the order of the file.
    public List<FieldProfile> fields() {
        return pass.fields();
    }

    /// Records that were read.
    public long records() {
        return pass.records();
    }

    /// Records that cannot be read.
    public long broken() {
        return pass.broken();
    }

    /// Whether the file ended before the limit.
    public boolean isComplete() {
        return pass.isComplete();
    }

    /// What a person must decide of the file as a whole, one sentence each.
    List<String> notes() {
        return Stream.concat(shape.notes().stream(), pass.notes().stream()).toList();
    }

    SourceShape shape() {
        return shape;
    }

    List<SampleRecord> sample() {
        return pass.sample();
    }

    /// The fields that together are different in every record: none found is an empty list.
    List<Integer> key() {
        return pass.key();
    }
}
