package de.stadtgraph.cli;

import de.stadtgraph.pipeline.LoadRequest;
import de.stadtgraph.pipeline.RunReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `load`: RDF files become a release.
@Command(
        name = "load",
        description = {
            "Publishes RDF files as a release of a dataset, after the same validation and gate.",
            "Exit: 0 published or unchanged, 2 refused, 1 failed."
        })
final class LoadCommand extends DataCommand {
    @Parameters(
            paramLabel = "RDF",
            arity = "1..*",
            description = "RDF files (.ttl .nt .nq .trig .jsonld .rdf, also .gz).")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--dataset", paramLabel = "NAME", required = true, description = "Name of the dataset.")
    private String dataset = "";

    @Option(
            names = "--description",
            paramLabel = "FILE",
            description = "A dataset.ttl with title, licence, access class (default: the module's, if there is one).")
    private @Nullable Path description;

    @Option(names = "--no-shapes", description = "Load as it is, without validation and privacy rules.")
    private boolean noShapes;

    @Mixin
    private Acknowledgements acknowledgements = new Acknowledgements();

    @Option(names = "--json", description = "Print one JSON line.")
    private boolean json;

    LoadCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() {
        LoadRequest request = new LoadRequest(
                dataset, files, Optional.ofNullable(description), !noShapes, acknowledgements.asMap(), false);
        RunReport report = server().pipeline().load(request, desk.progress());
        Reports.tell(desk, report, json);
        return Reports.exitCode(List.of(report));
    }
}
