package de.stadtgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.Home;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Arguments that are taken without the description of a command mean what the description says.
class PlainArgumentsTest {
    private static final Desk DESK = new Desk(new Home(Path.of(".")), new Terminal(System.out, System.err, false));

    private static DataCommand command(String name) {
        return name.equals("map") ? new MapCommand(DESK) : new NewModuleCommand(DESK);
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }

    private static boolean take(DataCommand command, List<String> words) {
        return command.plainArguments().orElseThrow().take(words.subList(1, words.size()));
    }

    /// What all options and parameters of the command hold.
    private static Map<String, String> fields(DataCommand command) throws IllegalAccessException {
        Map<String, String> fields = new TreeMap<>();
        for (Object holder : List.of(command, command.options)) {
            for (Field field : holder.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    fields.put(field.getName(), String.valueOf(field.get(holder)));
                }
            }
        }
        return fields;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "map trees",
                "map trees --output out.nq --source a=b.csv --source c.csv",
                "map --report=report.json m.ttl --max-rejected 5 --verbose --data folder --config=c.yaml",
                "map --targets folder/below mappings/trees",
                "map m.ttl --source=name=file.csv",
                "new-module places --source places.csv",
                "new-module --config c.yaml --source=p.json places --verbose"
            })
    void plainArgumentsGiveWhatTheDescriptionGives(String line) throws Exception {
        List<String> words = words(line);
        DataCommand plain = command(words.getFirst());
        DataCommand described = command(words.getFirst());
        assertThat(take(plain, words)).isTrue();
        new CommandLine(described).parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        assertThat(fields(plain)).isEqualTo(fields(described)).containsKey("verbose");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "map",
                "map --help",
                "map trees -h",
                "map trees other",
                "map trees --outptu o.nq",
                "map trees --output",
                "map trees --output --report",
                "map trees --output a --output b",
                "map trees --output=",
                "map trees --max-rejected many",
                "map trees --max-rejected -1",
                "map trees --verbose=true",
                "map @arguments",
                "map -- trees",
                "map \"trees\"",
                "new-module places",
                "new-module --source p.csv"
            })
    void whatIsNotPlainIsLeftToTheDescription(String line) {
        List<String> words = words(line);
        assertThat(take(command(words.getFirst()), words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"map", "new-module"})
    void everyOptionIsKnown(String name) {
        for (OptionSpec option : new CommandLine(command(name)).getCommandSpec().options()) {
            if (!option.usageHelp()) {
                List<String> words = new ArrayList<>(List.of(name, "word", option.longestName()));
                if (option.arity().max() > 0) {
                    words.add("1");
                }
                if (name.equals("new-module") && !words.contains("--source")) {
                    words.addAll(List.of("--source", "file"));
                }
                assertThat(take(command(name), words)).as(option.longestName()).isTrue();
            }
        }
    }
}
