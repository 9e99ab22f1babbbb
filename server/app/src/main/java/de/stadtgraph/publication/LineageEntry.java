package de.stadtgraph.publication;

/// Where a subject comes from. Immutable.
///
/// @param subject IRI
/// @param source number of the source in the manifest's list, from 0
/// @param record number of the record in the source, from 1
/// @param offset byte at which the record begins; -1 when unknown
/// @param triplesMap number of the triples map in the manifest's list, from 0
public record LineageEntry(String subject, int source, long record, long offset, int triplesMap) {

    static LineageEntry ofLine(String line) {
        String[] fields = line.split("\t", -1);
        return new LineageEntry(
                fields[0],
                Integer.parseInt(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Integer.parseInt(fields[4]));
    }

    String line() {
        return subject + "\t" + source + "\t" + record + "\t" + offset + "\t" + triplesMap;
    }
}
