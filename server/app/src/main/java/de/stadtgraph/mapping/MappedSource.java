package de.stadtgraph.mapping;

import java.util.List;
import java.util.Map;

/// What was read from one source.
///
/// @param name name of the source in its module
/// @param file name of the file, without its folder
/// @param sha256 digest of the bytes
/// @param bytes number of bytes
/// @param encoding how the bytes were read
/// @param read records read
/// @param mapped records that made statements
/// @param rejected records that could not be mapped
/// @param skipped records left out by a rule of the mapping
/// @param rejectedRecords rejected records by reason
/// @param rejectedValues single values left out by reason; their records stay
/// @param fields every field seen in the data
public record MappedSource(
        String name,
        String file,
        String sha256,
        long bytes,
        String encoding,
        long read,
        long mapped,
        long rejected,
        long skipped,
        Map<String, Long> rejectedRecords,
        Map<String, Long> rejectedValues,
        List<MappedField> fields) {

    public MappedSource {
        rejectedRecords = Map.copyOf(rejectedRecords);
        rejectedValues = Map.copyOf(rejectedValues);
        fields = List.copyOf(fields);
    }
}
