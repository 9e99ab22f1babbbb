package de.stadtgraph.publication;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sorts lines by their code units and drops repeats, in bounded memory: runs are spilled to a folder and merged.
///
/// Fill it with [#add], then read it once with [#forEach]; closing it deletes what was spilled. One thread.
final class SortedLines implements AutoCloseable {
    /// Characters held in memory before a run is spilled.
    private static final long RUN_CHARACTERS = 48L << 20;

    private final Path folder;
    private final List<Path> runs = new ArrayList<>();
    private List<String> lines = new ArrayList<>();
    private long characters;

    /// Sorts with a folder for the runs.
    SortedLines(Path folder) {
        this.folder = folder;
    }

    void add(String line) throws IOException {
        lines.add(line);
        characters += line.length();
        if (characters > RUN_CHARACTERS) {
            spill();
        }
    }

    private void spill() throws IOException {
        lines.sort(null);
        Path run = Files.createTempFile(folder, "run-", ".sorted");
        runs.add(run);
        try (BufferedWriter out = Files.newBufferedWriter(run)) {
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
        lines = new ArrayList<>();
        characters = 0;
    }

    /// Hands on each distinct line in order.
    void forEach(Consumer<String> consumer) throws IOException {
        lines.sort(null);
        PriorityQueue<Run> heads = new PriorityQueue<>();
        List<Run> open = new ArrayList<>();
        try {
            Run rest = new Run(lines.iterator(), null);
            open.add(rest);
            for (Path run : runs) {
                BufferedReader reader = Files.newBufferedReader(run);
                open.add(new Run(new Lines(reader), reader));
            }
            open.stream().filter(Run::advance).forEach(heads::add);
            merge(heads, consumer);
        } finally {
            for (Run run : open) {
                run.close();
            }
        }
    }

    private static void merge(PriorityQueue<Run> heads, Consumer<String> consumer) {
        String last = null;
        while (!heads.isEmpty()) {
            Run run = heads.poll();
            String line = run.head;
            if (!line.equals(last)) {
                consumer.accept(line);
                last = line;
            }
            if (run.advance()) {
                heads.add(run);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }

    /// One sorted run and its next line.
    private static final class Run implements Comparable<Run>, AutoCloseable {
        private final Iterator<String> lines;
        private final @Nullable BufferedReader reader;
        private String head = "";

        Run(Iterator<String> lines, @Nullable BufferedReader reader) {
            this.lines = lines;
            this.reader = reader;
        }

        boolean advance() {
            if (!lines.hasNext()) {
                return false;
            }
            head = lines.next();
            return true;
        }

        @Override
        public int compareTo(Run other) {
            return head.compareTo(other.head);
        }

        @Override
        public void close() throws IOException {
            if (reader != null) {
                reader.close();
            }
        }
    }

    /// The lines of a reader; unlike a stream it can be merged line by line.
    static final class Lines implements Iterator<String> {
        private final BufferedReader reader;
        private @Nullable String next;

        Lines(BufferedReader reader) {
            this.reader = reader;
            next = read();
        }

        private @Nullable String read() {
            try {
                return reader.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public String next() {
            String line = next;
            if (line == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return line;
        }
    }
}
