package de.stadtgraph.bench.carml;

import io.carml.engine.rdf.RdfRmlMapper;
import io.carml.util.RmlMappingLoader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;

/// CARML as a process: maps the files of a folder to N-Triples, streaming, as its own documents advise.
final class CarmlPeer {
    private CarmlPeer() {}

    /// Arguments: mapping, folder of the files, output.
    public static void main(String[] arguments) throws IOException {
        RdfRmlMapper mapper = RdfRmlMapper.builder()
                .triplesMaps(RmlMappingLoader.build().load(RDFFormat.TURTLE, Path.of(arguments[0])))
                .fileResolver(Path.of(arguments[1]))
                .build();
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])), 1 << 20)) {
            RDFWriter writer = new NTriplesWriter(output);
            writer.startRDF();
            mapper.map().doOnNext(writer::handleStatement).blockLast();
            writer.endRDF();
        }
    }
}
