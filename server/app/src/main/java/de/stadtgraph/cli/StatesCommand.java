package de.stadtgraph.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.publication.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `states`: history.
@Command(name = "states", description = "Lists the states, newest first, and the releases that are current in each.")
final class StatesCommand extends DataCommand {
    @Option(names = "--json", description = "Print one JSON line a state.")
    private boolean json;

    StatesCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() throws JsonProcessingException {
        List<State> states = server().releases().states().states().reversed();
        if (states.isEmpty() && !json) {
            desk.say("Nothing is published yet; ./stadtgraph demo or ./stadtgraph run does it.");
        }
        for (State state : states) {
            desk.say(json ? json(state) : line(state));
        }
        return 0;
    }

    private static String line(State state) {
        String releases = new TreeMap<>(state.releases())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
        return "%6d  %s  %s".formatted(state.number(), state.time(), releases);
    }

    private static String json(State state) throws JsonProcessingException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("state", state.number());
        line.put("time", state.time().toString());
        line.put("releases", new TreeMap<>(state.releases()));
        return new ObjectMapper().writeValueAsString(line);
    }
}
