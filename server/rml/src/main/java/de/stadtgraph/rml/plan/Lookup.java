package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.source.BrokenSourceException;
import de.stadtgraph.rml.source.RecordSource;
import de.stadtgraph.rml.source.SourceRecord;
import de.stadtgraph.rml.source.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parent side of a join, held in memory: what it offers, by key. At most 5 million entries.
///
/// @param <T> what is offered: terms, or values for fields
public final class Lookup<T> {
    private static final int MOST_ENTRIES = 5_000_000;

    private final Relation parent;
    private final List<Expression> keys;
    private final Offer<T> offer;
    private final Map<List<String>, List<T>> entries = new LinkedHashMap<>();
    private int size;

    /// What a row of the parent offers.
    @FunctionalInterface
    interface Offer<T> {
        List<T> of(Row row, Findings findings);
    }

    Lookup(Relation parent, List<Expression> keys, Offer<T> offer) {
        this.parent = parent;
        this.keys = keys;
        this.offer = offer;
    }

    /// The source that must be read before this can be asked.
    LogicalSource source() {
        return parent.root().source();
    }

    RecordRelation root() {
        return parent.root();
    }

    public Path file() {
        return source().file();
    }

    /// Opens that source at its first record.
    public RecordSource open() throws IOException {
        return parent.root().open();
    }

    /// Takes one record of the parent's source.
    public void take(SourceRecord record, long number) throws BrokenSourceException {
        for (Row row : parent.rows(record, number, Findings.ignored())) {
            List<T> offered = offer.of(row, Findings.ignored());
            for (List<String> key : keys(keys, row, Findings.ignored())) {
                size += offered.size();
                if (size > MOST_ENTRIES) {
                    throw new BrokenSourceException(
                            "join-too-large",
                            -1,
                            "a join with " + source().name() + " has more than 5 million entries");
                }
                entries.computeIfAbsent(key, _ -> new ArrayList<>(1)).addAll(offered);
            }
        }
    }

    /// What fits a row of the child, each once, in the order of the parent's records.
    List<T> matches(List<Expression> childKeys, Row row, Findings findings) {
        List<List<String>> wanted = keys(childKeys, row, findings);
        if (wanted.size() == 1) {
            return entries.getOrDefault(wanted.getFirst(), List.of());
        }
        return wanted.stream()
                .distinct()
                .flatMap(key -> entries.getOrDefault(key, List.of()).stream())
                .toList();
    }

    /// Every combination of the expressions' values; a missing value matches nothing.
    private static List<List<String>> keys(List<Expression> expressions, Row row, Findings findings) {
        List<List<String>> keys = List.of(List.of());
        for (Expression expression : expressions) {
            List<List<String>> longer = new ArrayList<>();
            for (Value value : expression.evaluate(row, findings)) {
                for (List<String> key : keys) {
                    List<String> more = new ArrayList<>(key);
                    more.add(value.text());
                    longer.add(more);
                }
            }
            keys = longer;
        }
        return keys;
    }
}
