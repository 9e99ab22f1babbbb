package de.stadtgraph;

import de.stadtgraph.federation.FederationRules;
import de.stadtgraph.http.HttpLimits;
import de.stadtgraph.http.Site;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.workspace.WorkspaceLimits;
import java.util.ArrayList;
import java.util.List;

/// The limits with which this server runs, as `/limits` shows them. Stateless.
final class LiveLimits {
    private LiveLimits() {}

    static List<Site.Limit> of(QueryLimits limits) {
        List<Site.Limit> all = new ArrayList<>(budget(limits));
        all.addAll(text(limits.text()));
        all.addAll(turns(limits.admission()));
        all.addAll(http(HttpLimits.DEFAULT));
        all.addAll(services(FederationRules.LIMITS));
        all.addAll(drafts(WorkspaceLimits.DEFAULT));
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

    private static List<Site.Limit> turns(QueryLimits.Admission admission) {
        QueryLimits.CallerLimits caller = admission.caller();
        Text running = new Text("Laufende Anfragen insgesamt", "Queries that run at once");
        Text waiting = new Text("Wartende Anfragen insgesamt", "Queries that wait");
        Text own = new Text("Laufende Anfragen je Aufrufer", "Running queries of one caller");
        Text queue = new Text("Wartende Anfragen je Aufrufer", "Waiting queries of one caller");
        Text cpu = new Text("Rechenzeit je Aufrufer auf einmal", "Computing time of one caller at once");
        return List.of(
                new Site.Limit("query.running", running, admission.running(), ""),
                new Site.Limit("query.waiting", waiting, admission.waiting(), ""),
                new Site.Limit("caller.running", own, caller.running(), ""),
                new Site.Limit("caller.waiting", queue, caller.waiting(), ""),
                new Site.Limit("caller.cpu", cpu, Math.round(caller.cpuSeconds()), "s"));
    }

    private static List<Site.Limit> http(HttpLimits limits) {
        Text rate = new Text("Anfragen je Aufrufer und Sekunde", "Requests of one caller in a second");
        Text burst = new Text("Anfragen je Aufrufer auf einmal", "Requests of one caller at once");
        Text headers = new Text("Größe der Kopfzeilen", "Size of the headers");
        Text piece = new Text("Zeit für 64 KB einer Antwort", "Time to take 64 KB of an answer");
        return List.of(
                new Site.Limit("caller.rate", rate, Math.round(limits.perSecond()), ""),
                new Site.Limit("caller.burst", burst, Math.round(limits.burst()), ""),
                new Site.Limit("http.headers", headers, limits.headerBytes(), "B"),
                new Site.Limit("http.piece", piece, limits.pieceTime().toMillis(), "ms"));
    }

    private static List<Site.Limit> services(FederationRules.Limits limits) {
        Text time = new Text("Zeit je Antwort eines anderen Portals", "Time of an answer of another portal");
        Text rows = new Text("Zeilen je Antwort eines anderen Portals", "Rows of an answer of another portal");
        Text bytes = new Text("Größe einer Antwort eines anderen Portals", "Size of an answer of another portal");
        return List.of(
                new Site.Limit("service.time", time, limits.time().toMillis(), "ms"),
                new Site.Limit("service.rows", rows, limits.rows(), ""),
                new Site.Limit("service.bytes", bytes, limits.bytes(), "B"));
    }

    private static List<Site.Limit> drafts(WorkspaceLimits limits) {
        Text quads = new Text("Aussagen je Entwurf", "Statements of a draft");
        Text bytes = new Text("Text je Entwurf", "Text of a draft");
        Text own = new Text("Entwürfe je Konto", "Drafts of an account");
        return List.of(
                new Site.Limit("draft.quads", quads, limits.quads(), ""),
                new Site.Limit("draft.bytes", bytes, limits.bytes(), "B"),
                new Site.Limit("draft.own", own, limits.drafts(), ""));
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
