package de.stadtgraph.mapping;

import de.stadtgraph.catalog.Dataset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a run of the engine did: nothing that came in is missing here. read = mapped + rejected + skipped, per source.
///
/// @param sources one entry a source, in the mapping's order
/// @param rules IRIs of the triples maps, in order
/// @param rejections samples of rejected records and values, at most 100 a field and reason; the counts of the sources
/// are complete
/// @param unmappedCodes values that a code list does not have, with their counts, by the list's name
/// @param quads number of statements
public record Mapped(
        List<MappedSource> sources,
        List<String> rules,
        List<RejectedValue> rejections,
        Map<String, Map<String, Long>> unmappedCodes,
        long quads) {

    public Mapped {
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
        rejections = List.copyOf(rejections);
        unmappedCodes = Map.copyOf(unmappedCodes);
    }

    public long read() {
        return sources.stream().mapToLong(MappedSource::read).sum();
    }

    public long mapped() {
        return sources.stream().mapToLong(MappedSource::mapped).sum();
    }

    public long rejected() {
        return sources.stream().mapToLong(MappedSource::rejected).sum();
    }

    public long rejectedValues() {
        return sources.stream()
                .flatMap(source -> source.rejectedValues().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /// Fields that the data have and that are neither mapped nor left out with a reason (privacy rule P11): names only.
    public List<String> undeclaredFields(Dataset dataset) {
        return sources.stream()
                .flatMap(source -> source.fields().stream()
                        .filter(field -> !field.used() && field.filled() > 0)
                        .map(MappedField::name)
                        .filter(name -> !isReadBelow(source, name)))
                .filter(name -> !isSuppressed(dataset, name))
                .distinct()
                .sorted()
                .toList();
    }

    /// A rule that iterates further down in the same source reads the field there.
    private boolean isReadBelow(MappedSource source, String field) {
        return sources.stream()
                .filter(other -> !other.equals(source) && other.name().equals(source.name()))
                .flatMap(other -> other.fields().stream())
                .anyMatch(other -> other.used() && field.endsWith("[*]." + other.name()));
    }

    /// A suppressed name stands for the field itself, for a path that ends in it, and for all that lies below.
    private static boolean isSuppressed(Dataset dataset, String field) {
        return dataset.suppressedFields().keySet().stream()
                .flatMap(name -> Stream.of(name, "*." + name))
                .anyMatch(name -> covers(name, field));
    }

    private static boolean covers(String name, String field) {
        if (name.startsWith("*.")) {
            String inner = name.substring(1);
            return field.endsWith(inner) || field.contains(inner + ".") || field.contains(inner + "[");
        }
        return field.equals(name) || field.startsWith(name + ".") || field.startsWith(name + "[");
    }
}
