package de.stadtgraph;

import de.stadtgraph.http.Site;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.QueryLimits;
import java.util.ArrayList;
import java.util.List;

/// The limits with which this server runs, as `/limits` shows them. Stateless.
final class LiveLimits {
    private LiveLimits() {}

    static List<Site.Limit> of(QueryLimits limits) {
        List<Site.Limit> all = new ArrayList<>(budget(limits));
        all.addAll(text(limits.text()));
        return all;
    }

    private static List<Site.Limit> budget(QueryLimits limits) {
        var usual = limits.interactive();
        long cap = limits.analysis().time().toMillis();
        Text time = new Text("Zeit je Anfrage", "Time of a query");
        Text most = new Text("Größter Wert von timeout", "Largest value of timeout");
        Text rows = new Text("Zeilen je Antwort", "Rows of an answer");
        Text bytes = new Text("Größe einer Antwort", "Size of an answer");
        Text memory = new Text("Speicher je Anfrage", "Memory of a query");
        Text steps = new Text("Schritte je Anfrage", "Steps of a query");
        return List.of(
                new Site.Limit("query.time", time, usual.time().toMillis(), "ms"),
                new Site.Limit("query.timeout", most, cap, "ms"),
                new Site.Limit("query.rows", rows, usual.rows(), ""),
                new Site.Limit("query.bytes", bytes, usual.bytesOut(), "B"),
                new Site.Limit("query.memory", memory, usual.bytesHeld(), "B"),
                new Site.Limit("query.steps", steps, usual.steps(), ""));
    }

    private static List<Site.Limit> text(QueryLimits.TextLimits limits) {
        Text length = new Text("Länge einer Anfrage", "Length of a query");
        Text nesting = new Text("Verschachtelung", "Nesting");
        Text patterns = new Text("Muster je Anfrage", "Patterns of a query");
        Text list = new Text("Einträge je Liste", "Entries of a list");
        return List.of(
                new Site.Limit("query.text", length, limits.bytes(), "B"),
                new Site.Limit("query.nesting", nesting, limits.nesting(), ""),
                new Site.Limit("query.patterns", patterns, limits.patterns(), ""),
                new Site.Limit("query.list", list, limits.listLength(), ""));
    }
}
