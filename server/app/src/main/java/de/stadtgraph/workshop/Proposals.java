package de.stadtgraph.workshop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Proposal.Comment;
import de.stadtgraph.workshop.Proposal.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The proposals, one JSON file each in `workspace/proposals/`; never public, kept after their end. Thread-safe.
public final class Proposals {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_COMMENTS = 200;
    private static final int MOST_CHARACTERS = 4_000;

    private final Path folder;
    private final Clock clock;

    /// @param workspace the folder `workspace/` of the data
    public Proposals(Path workspace, Clock clock) {
        this.folder = workspace.resolve("proposals");
        this.clock = clock;
    }

    /// What an author proposes.
    ///
    /// @param author id of the account
    /// @param note what it is for
    /// @param base tag of what is released
    /// @param effect what the preview said
    public record Wish(
            Proposal.Kind kind,
            String family,
            String author,
            String note,
            String from,
            String to,
            String base,
            Text effect) {}

    /// Keeps a proposal and gives it its number.
    public synchronized Proposal propose(Wish wish, Map<String, String> parts) {
        int number = all().stream().mapToInt(Proposal::number).max().orElse(0) + 1;
        var proposal = new Proposal(
                number,
                wish.kind(),
                wish.family(),
                wish.author(),
                clock.instant(),
                limited(wish.note()),
                wish.from(),
                wish.to(),
                wish.base(),
                parts,
                wish.effect(),
                List.of(),
                Status.OPEN,
                "",
                "");
        write(proposal);
        return proposal;
    }

    /// All proposals, newest first.
    public synchronized List<Proposal> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(Proposals::read)
                    .sorted(Comparator.comparingInt(Proposal::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One proposal.
    ///
    /// @throws ServerException [ErrorCode#NOT_FOUND] when there is none with this number
    public synchronized Proposal numbered(int number) {
        Path file = file(number);
        if (!Files.isRegularFile(file)) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND,
                    new Text("Es gibt keinen Vorschlag " + number + ".", "There is no proposal " + number + "."));
        }
        return read(file);
    }

    /// Adds a comment to an open proposal.
    public Proposal comment(int number, String who, String text) {
        return change(number, proposal -> {
            if (proposal.comments().size() >= MOST_COMMENTS) {
                throw refused("Zu diesem Vorschlag ist genug gesagt.", "Enough has been said about this proposal.");
            }
            return proposal.with(new Comment(who, clock.instant(), limited(text)));
        });
    }

    /// Ends an open proposal. Nobody adopts what they proposed themselves; only its author withdraws it.
    ///
    /// @param who id of the account that decides
    /// @param before what must have happened when the decision is on the disk; gives the proposal as it is decided
    public Proposal decide(int number, Status how, String who, UnaryOperator<Proposal> before) {
        return change(number, proposal -> {
            boolean own = proposal.author().equals(who);
            if (own && how != Status.WITHDRAWN) {
                throw refused(
                        "Über einen eigenen Vorschlag entscheidet jemand anderes.",
                        "Somebody else decides about one's own proposal.");
            }
            if (!own && how == Status.WITHDRAWN) {
                throw refused("Nur wer vorschlägt, zieht zurück.", "Only its author withdraws a proposal.");
            }
            return before.apply(proposal).ended(how, who, clock.instant());
        });
    }

    private synchronized Proposal change(int number, UnaryOperator<Proposal> step) {
        Proposal proposal = numbered(number);
        if (proposal.status() != Status.OPEN) {
            throw refused("Der Vorschlag ist schon entschieden.", "The proposal has been decided already.");
        }
        Proposal changed = step.apply(proposal);
        write(changed);
        return changed;
    }

    private static ServerException refused(String de, String en) {
        return new ServerException(ErrorCode.BAD_REQUEST, new Text(de, en));
    }

    private static String limited(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }

    private Path file(int number) {
        return folder.resolve("%06d.json".formatted(number));
    }

    private void write(Proposal proposal) {
        ObjectNode json = JSON.createObjectNode()
                .put("number", proposal.number())
                .put("kind", proposal.kind().name())
                .put("family", proposal.family())
                .put("author", proposal.author())
                .put("time", proposal.time().toString())
                .put("note", proposal.note())
                .put("from", proposal.from())
                .put("to", proposal.to())
                .put("base", proposal.base())
                .put("status", proposal.status().name())
                .put("decider", proposal.decider())
                .put("decided", proposal.decided());
        json.putObject("effect")
                .put("de", proposal.effect().de())
                .put("en", proposal.effect().en());
        ObjectNode parts = json.putObject("parts");
        new TreeMap<>(proposal.parts()).forEach(parts::put);
        ArrayNode comments = json.putArray("comments");
        proposal.comments()
                .forEach(comment -> comments.addObject()
                        .put("author", comment.author())
                        .put("time", comment.time().toString())
                        .put("text", comment.text()));
        DurableText.write(file(proposal.number()), json.toPrettyString() + "\n");
    }

    /// Older proposals tell it in English alone.
    private static Text effect(JsonNode json) {
        return json.isObject()
                ? new Text(json.path("de").asText(), json.path("en").asText())
                : Text.same(json.asText());
    }

    private static Proposal read(Path file) {
        try {
            JsonNode json = JSON.readTree(DurableText.read(file));
            Map<String, String> parts = new TreeMap<>();
            json.path("parts")
                    .properties()
                    .forEach(part -> parts.put(part.getKey(), part.getValue().asText()));
            List<Comment> comments = new ArrayList<>();
            json.path("comments")
                    .forEach(comment -> comments.add(new Comment(
                            comment.path("author").asText(),
                            Instant.parse(comment.path("time").asText()),
                            comment.path("text").asText())));
            return new Proposal(
                    json.path("number").asInt(),
                    Proposal.Kind.valueOf(json.path("kind").asText(Proposal.Kind.SHAPES.name())),
                    json.path("family").asText(),
                    json.path("author").asText(),
                    Instant.parse(json.path("time").asText()),
                    json.path("note").asText(),
                    json.path("from").asText(),
                    json.path("to").asText(),
                    json.path("base").asText(),
                    parts,
                    effect(json.path("effect")),
                    comments,
                    Status.valueOf(json.path("status").asText()),
                    json.path("decider").asText(),
                    json.path("decided").asText());
        } catch (JsonProcessingException e) {
            throw new ServerException(ErrorCode.INTERNAL, file + " is damaged: " + e.getOriginalMessage(), e);
        }
    }
}
