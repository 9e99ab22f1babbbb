package de.stadtgraph.bench.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What no mapping engine can go below: a process that only parses the tables into cells, and one that only writes as
/// many bytes as the output has. One thread.
public final class ByteLimits {
    private static final int BLOCK = 1 << 20;

    private ByteLimits() {}

    /// Arguments: format, folder of the tables, a file to write, its number of bytes.
    public static void main(String[] arguments) throws IOException, XMLStreamException {
        TableFormat format = TableFormat.valueOf(arguments[0]);
        long cells = 0;
        for (Path file : tables(Path.of(arguments[1]), format)) {
            try (InputStream input = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
                cells += parse(format, input);
            }
        }
        if (cells == 0) {
            throw new IOException("no table in " + arguments[1]);
        }
        write(Path.of(arguments[2]), Long.parseLong(arguments[3]));
    }

    private static List<Path> tables(Path folder, TableFormat format) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("." + format.ending()))
                    .sorted()
                    .toList();
        }
    }

    private static long parse(TableFormat format, InputStream input) throws IOException, XMLStreamException {
        return switch (format) {
            case CSV -> parseCsv(input);
            case JSON -> parseJson(input);
            case XML -> parseXml(input);
        };
    }

    private static long parseCsv(InputStream input) throws IOException {
        byte[] block = new byte[BLOCK];
        long cells = 0;
        for (int length = input.read(block); length >= 0; length = input.read(block)) {
            for (int i = 0; i < length; i++) {
                byte octet = block[i];
                if (octet == ',' || octet == '\n') {
                    cells++;
                }
            }
        }
        return cells;
    }

    private static long parseJson(InputStream input) throws IOException {
        long cells = 0;
        try (JsonParser parser = new JsonFactory().createParser(input)) {
            while (parser.nextToken() != null) {
                cells += parser.getTextLength() > 0 ? 1 : 0;
            }
        }
        return cells;
    }

    private static long parseXml(InputStream input) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(input);
        long cells = 0;
        while (reader.hasNext()) {
            cells += reader.next() == XMLStreamReader.CHARACTERS ? 1 : 0;
        }
        return cells;
    }

    private static void write(Path file, long bytes) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (long left = bytes; left > 0; ) {
                block.clear().limit((int) Math.min(left, BLOCK));
                left -= channel.write(block);
            }
        }
    }
}
