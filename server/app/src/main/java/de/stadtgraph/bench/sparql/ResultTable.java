package de.stadtgraph.bench.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The report: a row a query, the product beside its peers, with the ratio to the best peer and to the limit.
///
/// @param queries in order
/// @param results by engine, the product first, then by query
record ResultTable(List<ReferenceQuery> queries, Map<String, Map<String, Measured>> results) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-14s", "query"));
        results.keySet().forEach(name -> head.append(String.format(Locale.ROOT, " %22s", name + " warm/cold")));
        lines.add(head.append(String.format(Locale.ROOT, " %10s %8s  answer", "best peer", "limit"))
                .toString());
        queries.forEach(query -> lines.add(line(query)));
        for (ReferenceQuery query : queries) {
            results.forEach((engine, measured) -> {
                Measured each = measured.get(query.name());
                if (each != null && !each.verdict().equals("equal")) {
                    lines.add(engine + ", " + query.name() + ": " + each.verdict());
                }
            });
        }
        medianRatio("Fuseki")
                .ifPresent(
                        ratio -> lines.add(String.format(Locale.ROOT, "Times Fuseki/TDB2 in the median: %.1f", ratio)));
        return lines;
    }

    private String line(ReferenceQuery query) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-14s", query.name()));
        for (Map<String, Measured> measured : results.values()) {
            Measured each = measured.get(query.name());
            String times = each != null && each.isRight()
                    ? String.format(Locale.ROOT, "%.2f / %.1f", each.warmMillis(), each.coldMillis())
                    : "-";
            line.append(String.format(Locale.ROOT, " %22s", times));
        }
        Measured ours = product().get(query.name());
        if (ours == null || !ours.isRight()) {
            return line.append("        -         -  ")
                    .append(ours == null ? "" : ours.verdict())
                    .toString();
        }
        OptionalDouble peer = bestPeer(query);
        String ratio =
                peer.isPresent() ? String.format(Locale.ROOT, "%.2f×", peer.getAsDouble() / ours.warmMillis()) : "-";
        String limit = String.format(Locale.ROOT, "%.2f", ours.warmMillis() / query.limitMillis());
        return line.append(String.format(Locale.ROOT, " %10s %8s  %s", ratio, limit, ours.verdict()))
                .toString();
    }

    private Map<String, Measured> product() {
        return results.values().iterator().next();
    }

    private OptionalDouble bestPeer(ReferenceQuery query) {
        return results.values().stream()
                .skip(1)
                .map(measured -> measured.get(query.name()))
                .filter(each -> each != null && each.isRight())
                .mapToDouble(Measured::warmMillis)
                .min();
    }

    private static OptionalDouble ratio(@Nullable Measured peer, @Nullable Measured ours) {
        return peer != null && ours != null && peer.isRight() && ours.isRight()
                ? OptionalDouble.of(peer.warmMillis() / ours.warmMillis())
                : OptionalDouble.empty();
    }

    private OptionalDouble medianRatio(String engine) {
        for (Map.Entry<String, Map<String, Measured>> peer : results.entrySet()) {
            if (peer.getKey().startsWith(engine)) {
                double[] ratios = queries.stream()
                        .map(query -> ratio(
                                peer.getValue().get(query.name()), product().get(query.name())))
                        .flatMapToDouble(OptionalDouble::stream)
                        .sorted()
                        .toArray();
                return ratios.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(ratios[ratios.length / 2]);
            }
        }
        return OptionalDouble.empty();
    }

    /// Our wrong answers, and queries in which a peer is faster.
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (ReferenceQuery query : queries) {
            Measured ours = product().get(query.name());
            if (ours == null
                    || !(ours.verdict().equals("equal") || ours.verdict().equals("not compared"))) {
                complaints.add(query.name() + ": our answer is " + (ours == null ? "missing" : ours.verdict()) + ".");
            } else if (bestPeer(query).orElse(Double.MAX_VALUE) < ours.warmMillis()) {
                complaints.add(query.name() + ": a peer is faster.");
            }
        }
        return complaints;
    }
}
