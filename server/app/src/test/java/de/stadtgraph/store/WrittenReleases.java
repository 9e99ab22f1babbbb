package de.stadtgraph.store;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/// Releases of invented data in a folder; what is there is not written again.
record WrittenReleases(Path folder) {

    /// Statements with texts that nothing makes smaller.
    ReleaseFile texts(String dataset, int count, int length) throws IOException {
        var random = new Random(dataset.hashCode());
        return write(dataset, count, row -> {
            var text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            return "<urn:s:" + row + "> <urn:text> \"" + row + text + "\"";
        });
    }

    /// Statements between few things: what grows is the index, not the dictionary.
    ReleaseFile links(String dataset, int count) throws IOException {
        var random = new Random(dataset.hashCode());
        return write(dataset, count, row -> {
            int object = row / 20_000 * 400 + random.nextInt(400);
            return "<urn:s:" + row % 500 + "> <urn:p:" + row / 500 % 40 + "> <urn:o:" + object + ">";
        });
    }

    private ReleaseFile write(String dataset, int count, IntFunction<String> statement) throws IOException {
        Path file = folder.resolve(dataset + ".nq.gz");
        String graph = "urn:g:" + dataset;
        var release = new ReleaseFile(dataset, 1, graph, file, count);
        if (Files.exists(file)) {
            return release;
        }
        try (var out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (int row = 0; row < count; row++) {
                out.write(statement.apply(row) + " <" + graph + "> .\n");
            }
        }
        return release;
    }

    static StateFiles state(long number, ReleaseFile... releases) {
        return new StateFiles(number, Instant.EPOCH, Arrays.asList(releases));
    }

    static StateFiles state(long number, List<ReleaseFile> releases) {
        return new StateFiles(number, Instant.EPOCH, releases);
    }
}
