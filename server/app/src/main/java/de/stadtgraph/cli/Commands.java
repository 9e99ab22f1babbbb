package de.stadtgraph.cli;

import de.stadtgraph.Home;
import de.stadtgraph.Server;
import de.stadtgraph.problem.ServerException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The commands of `./stadtgraph`: exit 0 done, 1 failed, 2 refused, rejected or not conforming.
@Command(
        name = "stadtgraph",
        description = "Linked Open Data server for a city.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "  test [--conformance]  Runs the project's tests.", "", "README.md shows the first steps."})
public final class Commands implements Runnable {
    /// Exit code of bad arguments, files, mappings and shapes.
    static final int FAILED = 1;

    /// Exit code of what was judged and did not pass.
    static final int REFUSED = 2;

    /// Commands whose start is waited for; nothing of Apache Jena is touched before there is a server.
    private static final Set<String> WAITED_FOR = Set.of("map", "new-module", "serve");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;

    private final Terminal terminal;

    private Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Runs one command and gives its exit code; an error is one sentence, never a stack trace.
    public static int run(Home home, Terminal terminal, String... arguments) {
        if (arguments.length > 0 && WAITED_FOR.contains(arguments[0])) {
            Server.loadAhead();
        }
        Map<String, Supplier<Object>> commands = commands(new Desk(home, terminal));
        Optional<DataCommand> plain = plain(commands, List.of(arguments));
        return plain.isPresent() ? run(terminal, plain.get()) : describedRun(terminal, commands, arguments);
    }

    /// The command, if it has taken its arguments without being described.
    private static Optional<DataCommand> plain(Map<String, Supplier<Object>> commands, List<String> arguments) {
        Supplier<Object> wanted = arguments.isEmpty() ? null : commands.get(arguments.getFirst());
        if (wanted == null || !(wanted.get() instanceof DataCommand command)) {
            return Optional.empty();
        }
        List<String> rest = arguments.subList(1, arguments.size());
        return command.plainArguments().filter(plain -> plain.take(rest)).map(_ -> command);
    }

    private static int run(Terminal terminal, DataCommand command) {
        try {
            return command.call();
        } catch (Exception e) {
            return fail(terminal, e, command.options.verbose);
        }
    }

    private static int describedRun(Terminal terminal, Map<String, Supplier<Object>> commands, String... arguments) {
        CommandLine line = new CommandLine(new Commands(terminal));
        // To describe all commands takes longer than many of them do: only the wanted one, if there is such a one.
        boolean known = arguments.length > 0 && commands.containsKey(arguments[0]);
        commands.forEach((name, command) -> {
            if (!known || name.equals(arguments[0])) {
                line.addSubcommand(name, command.get());
            }
        });
        line.getCommandSpec().version("stadtgraph " + Server.version());
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, _) -> refuse(terminal, e));
        line.setExecutionExceptionHandler((e, command, _) -> fail(terminal, e, verbose(command)));
        return line.execute(arguments);
    }

    private static Map<String, Supplier<Object>> commands(Desk desk) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo", () -> new DemoCommand(desk));
        commands.put("serve", () -> new ServeCommand(desk));
        commands.put("run", () -> new RunCommand(desk));
        commands.put("map", () -> new MapCommand(desk));
        commands.put("validate", () -> new ValidateCommand(desk));
        commands.put("load", () -> new LoadCommand(desk));
        commands.put("query", () -> new QueryCommand(desk));
        commands.put("states", () -> new StatesCommand(desk));
        commands.put("rollback", () -> new RollbackCommand(desk));
        commands.put("backup", () -> new BackupCommand(desk));
        commands.put("restore", () -> new RestoreCommand(desk));
        commands.put("verify", () -> new VerifyCommand(desk));
        commands.put("user", () -> UserCommand.of(desk));
        commands.put("check", () -> new CheckCommand(desk));
        commands.put("new-module", () -> new NewModuleCommand(desk));
        commands.put("bench", () -> BenchCommand.of(desk));
        commands.put("shapes", () -> ShapesCommands.line(desk));
        commands.put("docs", () -> DocsCommands.line(desk));
        commands.put("train", () -> new TrainCommand(desk));
        return commands;
    }

    @Override
    public void run() {
        new CommandLine(this).usage(terminal.out());
    }

    private static int refuse(Terminal terminal, ParameterException e) {
        String sentence = String.valueOf(e.getMessage());
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        terminal.err().println("stadtgraph: " + sentence + (sentence.endsWith(".") ? "" : "."));
        if (e instanceof UnmatchedArgumentException unmatched) {
            unmatched.getSuggestions().stream()
                    .findFirst()
                    .ifPresent(near -> terminal.err().println("Did you mean " + near + "?"));
        }
        terminal.err().println("Try: ./" + command + " --help");
        return FAILED;
    }

    private static int fail(Terminal terminal, Exception e, boolean verbose) {
        String sentence = e instanceof ServerException known ? known.detail().en() : unexpected(e);
        terminal.err().println("stadtgraph: " + sentence);
        if (verbose) {
            e.printStackTrace(terminal.err());
        }
        return FAILED;
    }

    private static String unexpected(Exception e) {
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return "an unexpected fault of ours (" + e.getClass().getSimpleName() + message + "); --verbose shows where.";
    }

    private static boolean verbose(CommandLine command) {
        return command.getCommand() instanceof DataCommand data && data.options.verbose;
    }
}
