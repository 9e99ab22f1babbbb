package de.stadtgraph.publication;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.problem.Text;
import de.stadtgraph.publication.Finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The refused candidates of a data folder, without what must not be public. Reads at each call; thread-safe.
public final class Refusals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataFolder folder;

    public Refusals(DataFolder folder) {
        this.folder = folder;
    }

    /// The newest ones, newest first.
    ///
    /// @param most how many at the most
    public List<Refusal> newest(int most) {
        Path refused = folder.workspace().resolve("refused");
        if (!Files.isDirectory(refused)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(refused)) {
            return entries.flatMap(entry -> read(entry).stream())
                    .sorted(Comparator.comparing(Refusal::time).reversed())
                    .limit(most)
                    .toList();
        } catch (IOException e) {
            throw DataFolder.unwritable(refused, e);
        }
    }

    private static Optional<Refusal> read(Path entry) {
        try {
            Manifest manifest = JSON.readValue(entry.resolve("manifest.json").toFile(), Manifest.class);
            return Optional.of(new Refusal(
                    manifest.dataset(),
                    Instant.parse(manifest.time()),
                    manifest.findings().stream().map(Refusals::reason).toList()));
        } catch (IOException _) {
            // Half-written by a process that was killed: nobody was told of it.
            return Optional.empty();
        }
    }

    private static Finding reason(Manifest.Found found) {
        Severity severity = Severity.valueOf(found.severity().toUpperCase(Locale.ROOT));
        return new Finding(found.rule(), severity, found.count(), new Text(found.de(), found.en()), List.of());
    }
}
