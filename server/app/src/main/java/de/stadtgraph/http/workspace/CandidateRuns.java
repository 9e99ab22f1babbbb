package de.stadtgraph.http.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.accounts.Account;
import de.stadtgraph.http.Caller;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workspace.Workspaces;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/workspace/{name}/candidate`: hands a graph of a draft in. A steward does so for a dataset of their own; an editor
/// may only try it, which publishes nothing. The report is kept with the draft. Thread-safe.
final class CandidateRuns {
    private static final Logger LOG = LoggerFactory.getLogger(CandidateRuns.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RUNNING = "{\"status\":\"running\"}";

    private final VisibleDrafts drafts;
    private final Candidates candidates;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    CandidateRuns(VisibleDrafts drafts, Candidates candidates) {
        this.drafts = drafts;
        this.candidates = candidates;
    }

    /// What is asked.
    private record Wish(String dataset, Node graph, boolean dryRun, Map<String, String> acknowledged) {}

    /// What became of it the last time, or that it is being judged.
    void show(Context context) {
        try (Workspaces.Hold hold = drafts.toRead(context)) {
            String name = hold.workspace().about().name();
            String report = running.contains(name)
                    ? RUNNING
                    : hold.workspace()
                            .report()
                            .orElseThrow(() -> new ServerException(
                                    ErrorCode.NOT_FOUND,
                                    new Text(
                                            "Dieser Entwurf wurde noch nicht eingereicht.",
                                            "This draft was not handed in yet.")));
            context.contentType("application/json").result(report);
        }
    }

    /// Begins: the answer comes at once, the report at the same address when it is there.
    void begin(Context context) {
        Workspaces.Hold hold = drafts.toRead(context);
        boolean begun = false;
        String name = hold.workspace().about().name();
        try {
            Account account = Caller.of(context).known();
            Wish wish = wish(context);
            check(account, wish);
            if (!running.add(name)) {
                throw new ServerException(
                        ErrorCode.FOLDER_BUSY,
                        new Text("Der Entwurf wird gerade beurteilt.", "The draft is being judged."));
            }
            Thread.ofPlatform().daemon().name("candidate-" + name).start(() -> run(hold, account, wish));
            begun = true;
        } finally {
            if (!begun) {
                hold.close();
            }
        }
        context.status(202).header("Location", context.path());
        context.contentType("application/json").result(RUNNING);
    }

    private static void check(Account account, Wish wish) {
        if (!wish.dryRun() && !account.owns(wish.dataset())) {
            throw new ServerException(
                            ErrorCode.FORBIDDEN,
                            new Text(
                                    "Veröffentlichen darf, wer für " + wish.dataset()
                                            + " verantwortlich ist; mit dryRun" + " darf es jeder versuchen.",
                                    "Only a steward of " + wish.dataset()
                                            + " may publish; with dryRun every editor may try."))
                    .with("role", account.role().word());
        }
    }

    private void run(Workspaces.Hold hold, Account account, Wish wish) {
        String name = hold.workspace().about().name();
        try (hold) {
            hold.workspace().keepReport(report(hold, account, wish));
        } catch (RuntimeException e) {
            LOG.error("draft {}: the report cannot be kept", name, e);
        } finally {
            running.remove(name);
        }
    }

    private String report(Workspaces.Hold hold, Account account, Wish wish) {
        Path file = hold.workspace().candidateFile();
        try {
            if (hold.workspace().write(wish.graph(), file) == 0) {
                return failed(wish, "The graph " + wish.graph() + " is empty.");
            }
            return candidates.handIn(
                    account, new Candidates.Handed(wish.dataset(), file, wish.dryRun(), wish.acknowledged()));
        } catch (ServerException e) {
            return failed(wish, e.detail().en());
        } catch (RuntimeException e) {
            LOG.error("draft {}: it cannot be judged", hold.workspace().about().name(), e);
            return failed(wish, "A fault of the server; it is in its log.");
        } finally {
            remove(file);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", file, e);
        }
    }

    private static String failed(Wish wish, String reason) {
        var json = JSON.createObjectNode().put("dataset", wish.dataset()).put("outcome", "failed");
        json.putArray("reasons").add(reason);
        return json.toString();
    }

    private static Wish wish(Context context) {
        JsonNode json = json(context);
        String dataset = json.path("dataset").asText();
        if (!dataset.matches("[a-z0-9-]{1,64}")) {
            throw bad("dataset", dataset);
        }
        String graph = json.path("graph").asText();
        Map<String, String> acknowledged = new LinkedHashMap<>();
        json.path("acknowledged")
                .properties()
                .forEach(entry ->
                        acknowledged.put(entry.getKey(), entry.getValue().asText()));
        return new Wish(
                dataset,
                graph.isEmpty() ? Quad.defaultGraphIRI : NodeFactory.createURI(graph),
                json.path("dryRun").asBoolean(),
                acknowledged);
    }

    private static JsonNode json(Context context) {
        try {
            return JSON.readTree(context.bodyAsBytes());
        } catch (JsonProcessingException e) {
            throw bad("body", String.valueOf(e.getOriginalMessage()));
        } catch (IOException e) {
            throw bad("body", String.valueOf(e.getMessage()));
        }
    }

    private static ServerException bad(String parameter, String value) {
        return new ServerException(
                        ErrorCode.BAD_REQUEST,
                        new Text(
                                "Erwartet wird {\"dataset\": Name, \"graph\": IRI, \"dryRun\": true oder false}.",
                                "Expected: {\"dataset\": name, \"graph\": IRI, \"dryRun\": true or false}."))
                .with("parameter", parameter)
                .with("value", value);
    }
}
