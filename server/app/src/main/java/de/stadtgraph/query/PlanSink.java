package de.stadtgraph.query;

import de.stadtgraph.snapshot.plan.Explained;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Triple;

/// Runs a query to its end and writes, instead of its answer, how it was done: operators, rows expected and seen, time.
/// One query.
public final class PlanSink implements ResultSink {

    /// How a plan is written.
    public enum Form {
        TEXT,
        JSON
    }

    private final OutputStream out;
    private final Form form;

    public PlanSink(OutputStream out, Form form) {
        this.out = out;
        this.form = form;
    }

    @Override
    public void rows(ResultRows rows) {
        while (rows.hasNext()) {
            rows.next();
        }
    }

    @Override
    public void truth(boolean answer) {
        // the plan is wanted, not the answer
    }

    @Override
    public void triples(Iterator<Triple> triples) {
        triples.forEachRemaining(_ -> {});
    }

    @Override
    public void explained(Supplier<List<Explained>> explained) throws IOException {
        List<Explained> plans = explained.get();
        String text = switch (form) {
            case TEXT -> text(plans);
            case JSON -> JSON.toString(json(plans)) + "\n";
        };
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String text(List<Explained> plans) {
        StringBuilder text = new StringBuilder();
        plans.forEach(plan -> line(plan, 0, text));
        return plans.isEmpty() ? "Nothing was planned: the data are no snapshot.\n" : text.toString();
    }

    private static void line(Explained plan, int depth, StringBuilder text) {
        String operator = "  ".repeat(depth) + plan.operator();
        if (plan.engine().startsWith("arq")) {
            text.append(operator).append("  ").append(plan.engine()).append('\n');
        } else {
            text.append(String.format(
                    Locale.ROOT,
                    "%-70s %,12d rows  expected %,.0f  %.2f ms%n",
                    operator,
                    plan.rows(),
                    plan.expected(),
                    plan.millis()));
        }
        plan.inputs().forEach(input -> line(input, depth + 1, text));
    }

    private static JsonArray json(List<Explained> plans) {
        JsonArray array = new JsonArray();
        for (Explained plan : plans) {
            JsonObject object = new JsonObject();
            object.put("operator", plan.operator());
            object.put("engine", plan.engine());
            object.put("expected", (long) plan.expected());
            object.put("rows", plan.rows());
            object.put("micros", Math.round(plan.millis() * 1_000));
            object.put("inputs", json(plan.inputs()));
            array.add(object);
        }
        return array;
    }
}
