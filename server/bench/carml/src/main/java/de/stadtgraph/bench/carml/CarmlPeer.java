package de.stadtgraph.bench.carml;

import io.carml.engine.rdf.RdfRmlMapper;
import io.carml.logicalsourceresolver.CsvResolver;
import io.carml.logicalsourceresolver.JsonPathResolver;
import io.carml.logicalsourceresolver.XPathResolver;
import io.carml.util.RmlMappingLoader;
import io.carml.vocab.Rdf;
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
                .setLogicalSourceResolver(Rdf.Ql.Csv, CsvResolver::getInstance)
                .setLogicalSourceResolver(Rdf.Ql.JsonPath, JsonPathResolver::getInstance)
                .setLogicalSourceResolver(Rdf.Ql.XPath, XPathResolver::getInstance)
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
