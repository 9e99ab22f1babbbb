package de.stadtgraph.bench.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One of the 19 reference queries.
///
/// @param name as `q01_point`
/// @param text the query
/// @param limitMillis what it may take at scale 1.0, warm, over HTTP
/// @param expected the right answer at this scale, if it is kept
record ReferenceQuery(
        String name,
        String text,
        double limitMillis,
        @Nullable Answer expected) {
    private static final Map<String, Double> LIMITS = Map.ofEntries(
            Map.entry("q01_point", 1.0),
            Map.entry("q02_star", 3.0),
            Map.entry("q03_hour8", 15.0),
            Map.entry("q04_hourall", 25.0),
            Map.entry("q05_class", 2.0),
            Map.entry("q06_cntdist", 2.0),
            Map.entry("q07_path4", 4.0),
            Map.entry("q08_pp", 3.0),
            Map.entry("q09_opt", 15.0),
            Map.entry("q10_topk", 2.0),
            Map.entry("q11_range", 1.5),
            Map.entry("q12_text", 15.0),
            Map.entry("q13_pivot", 5.0),
            Map.entry("q14_notex", 4.0),
            Map.entry("q15_minus", 4.0),
            Map.entry("q16_rollup", 8.0),
            Map.entry("q17_stops", 5.0),
            Map.entry("q18_export", 1_150.0),
            Map.entry("q19_countall", 1.0));

    /// All queries in order, with the kept answers where there are some for the scale.
    static List<ReferenceQuery> all(String scale) throws IOException {
        Map<String, Answer> kept = kept("golden-" + scale + ".tsv");
        List<ReferenceQuery> queries = new ArrayList<>();
        for (Map.Entry<String, Double> limit : new TreeMap<>(LIMITS).entrySet()) {
            String name = limit.getKey();
            queries.add(new ReferenceQuery(name, resource(name + ".rq"), limit.getValue(), kept.get(name)));
        }
        return queries;
    }

    private static Map<String, Answer> kept(String file) throws IOException {
        Map<String, Answer> answers = new HashMap<>();
        if (ReferenceQuery.class.getResource(file) == null) {
            return answers;
        }
        for (String line : resource(file).lines().toList()) {
            String[] fields = line.split("\t", -1);
            if (fields.length == 4 && !fields[0].equals("query")) {
                answers.put(
                        fields[0],
                        new Answer(
                                Long.parseLong(fields[1]),
                                Long.parseUnsignedLong(fields[2], 16),
                                Long.parseUnsignedLong(fields[3], 16)));
            }
        }
        return answers;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReferenceQuery.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
