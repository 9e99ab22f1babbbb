package de.stadtgraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryRehearsalTest {
    @TempDir
    Path folder;

    /// A query that the engine no longer takes would end the rehearsal.
    @Test
    void every_query_runs_in_ids_over_long_columns() throws IOException {
        JenaSystem.init();
        Path index = folder.resolve("index");
        QueryRehearsal.run(index);
        try (Snapshot snapshot = Snapshot.open(index)) {
            assertThat(snapshot.graphs()).hasSize(1);
        }
    }
}
