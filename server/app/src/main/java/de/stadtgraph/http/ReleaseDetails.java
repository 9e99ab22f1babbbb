package de.stadtgraph.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;

/// What the front shows of one release beyond its summary, read when it is asked for. The root fills it; for many
/// threads.
public interface ReleaseDetails {

    /// The catalogue record.
    Graph record();

    /// The decision, without the written reasons of acknowledgements.
    Graph decision();

    /// The validation report.
    Graph report();

    /// The raw files that it was made of.
    List<SourceFile> sources();

    /// What else decided its content: versions of the server, of shape families, of other releases, by name.
    Map<String, String> versions();

    /// Rules of the gate that a steward acknowledged.
    List<String> acknowledged();

    /// Where a subject comes from; nothing when the run kept no lineage.
    List<Origin> origins(String subject);

    /// The mapping that made it.
    Optional<Mapping> mapping();

    /// What it changed against the release before.
    Optional<ChangedThings> changes();

    /// A raw file as it was fetched.
    ///
    /// @param name name of the source in its module
    /// @param file name of the file
    record SourceFile(String name, String file, String sha256, long bytes, Instant fetched) {}

    /// A record of a raw file.
    ///
    /// @param record number of the record, from 1
    /// @param rule IRI of the triples map
    record Origin(SourceFile source, long record, String rule) {}

    /// A mapping file.
    ///
    /// @param text the file as it is
    /// @param rules what each triples map reads for which property
    record Mapping(String text, List<Rule> rules) {
        public Mapping {
            rules = List.copyOf(rules);
        }
    }

    /// One rule of a mapping.
    ///
    /// @param triplesMap IRI of the triples map
    /// @param property IRI of the property it makes
    /// @param fields fields of the source that it reads
    /// @param line line of the mapping file where the triples map begins, 0 when unknown
    record Rule(String triplesMap, String property, List<String> fields, int line) {
        public Rule {
            fields = List.copyOf(fields);
        }
    }

    /// Things by what became of them; of each kind the first few.
    record ChangedThings(Kind added, Kind removed, Kind changed) {}

    /// @param count how many
    /// @param examples IRIs of some
    record Kind(long count, List<String> examples) {
        public Kind {
            examples = List.copyOf(examples);
        }
    }
}
