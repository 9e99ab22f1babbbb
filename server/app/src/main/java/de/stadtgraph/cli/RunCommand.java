package de.stadtgraph.cli;

import de.stadtgraph.Server;
import de.stadtgraph.pipeline.RunReport;
import de.stadtgraph.pipeline.RunRequest;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `run`: fetch, map, validate, decide, publish.
@Command(
        name = "run",
        description = {
            "Fetches, maps, validates, decides and publishes (all modules when none is named).",
            "Exit: 0 published or unchanged, 2 refused, 1 failed."
        })
final class RunCommand extends DataCommand {
    @Parameters(paramLabel = "MODULE", arity = "0..*", description = "Names of mapping modules.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--source", paramLabel = "[NAME=]FILE", description = "Read FILE instead of the configured source.")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--dry-run", description = "Show decision, report and change set; publish nothing.")
    private boolean dryRun;

    @Option(names = "--sample", description = "Read the bundled sample, whatever harvest.yaml says.")
    private boolean bundled;

    @Mixin
    private Acknowledgements acknowledgements = new Acknowledgements();

    @Option(names = "--json", description = "Print one JSON line a dataset.")
    private boolean json;

    RunCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() {
        Server server = server();
        Map<String, Path> files = SourceOption.parse(sources);
        if (!files.isEmpty() && names.size() != 1) {
            throw new ServerException(ErrorCode.BAD_ARGUMENT, "--source needs exactly one MODULE to belong to.");
        }
        RunRequest request = new RunRequest(files, dryRun, acknowledgements.asMap(), bundled);
        if (!request.acknowledged().isEmpty() && names.size() != 1) {
            throw new ServerException(ErrorCode.BAD_ARGUMENT, "--acknowledge needs exactly one MODULE to belong to.");
        }
        List<RunReport> reports =
                server.pipeline().run(names, request, desk.progress(), report -> Reports.tell(desk, report, json));
        return Reports.exitCode(reports);
    }
}
