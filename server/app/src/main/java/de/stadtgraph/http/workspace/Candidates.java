package de.stadtgraph.http.workspace;

import de.stadtgraph.accounts.Account;
import java.nio.file.Path;
import java.util.Map;

/// Where a draft becomes a candidate: judged, decided and published as any other. Filled by the root.
public interface Candidates {

    /// What is handed in.
    ///
    /// @param dataset slug of the dataset that it is to be a release of
    /// @param file its triples
    /// @param dryRun whether it ends before publication
    /// @param acknowledged rules of the gate that a steward acknowledges, each with the written reason
    record Handed(String dataset, Path file, boolean dryRun, Map<String, String> acknowledged) {
        public Handed {
            acknowledged = Map.copyOf(acknowledged);
        }
    }

    /// Judges and, unless it is a dry run, publishes; takes its time.
    ///
    /// @param account who hands it in
    /// @return the report as JSON
    String handIn(Account account, Handed handed);
}
