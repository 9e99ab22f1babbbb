package de.stadtgraph.bench.mapping;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One row of the benchmark.
///
/// @param joins whether the mapping joins tables, or has the other table's template instead
public record BenchCase(int scale, TableFormat format, boolean joins) {
    private static final int LARGE = 10;

    /// All rows: each format with and without joins, at each of the scales.
    static List<BenchCase> all(List<Integer> scales) {
        return scales.stream()
                .flatMap(scale -> Stream.of(TableFormat.values())
                        .flatMap(format ->
                                Stream.of(new BenchCase(scale, format, false), new BenchCase(scale, format, true))))
                .toList();
    }

    /// For example `s10-csv-joins`.
    public String name() {
        return "s" + scale + "-" + format.ending() + (joins ? "-joins" : "");
    }

    /// How many times faster than the peer it must be.
    double leastRatio() {
        return scale >= LARGE && format == TableFormat.CSV && !joins ? 15 : 10;
    }

    /// Whether an argument of the command names this row: its name, or a part of it between dashes.
    boolean isNamed(String argument) {
        String wanted = argument.toLowerCase(Locale.ROOT);
        return name().equals(wanted) || List.of(name().split("-", -1)).contains(wanted);
    }

    /// The digest of the sorted distinct lines, where it is known: the same from CARML, RMLMapper and FlexRML.
    String knownDigest() {
        return switch (scale) {
            case 1 -> "d41e1eb308f6966dc1afe98d5d285624a8440a2933387747e6695dcdcc333edf";
            case 10 -> "b44770ef033a5690617028d11ebc66d1c203c7a3b8a562a7fa8f9376704ae5b4";
            default -> "";
        };
    }
}
