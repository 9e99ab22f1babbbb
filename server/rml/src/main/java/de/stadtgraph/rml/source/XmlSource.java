package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.LogicalSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// A file of XML or GML, read as a stream at the elements its iterator finds (`rml:XPath`). Not thread-safe.
///
/// The file must be well-formed: after a mistake nothing is known about what follows.
final class XmlSource implements TreeSource {
    private static final int MOST_DEPTH = 1_000;

    /// Characters and elements that are handed on together, at least.
    private static final long BATCH_SIZE = 1 << 16;

    private final SourceBytes file;
    private final XMLStreamReader reader;
    private final FieldTree fields = new FieldTree("/");
    private final XmlBatch.Shape shape;
    private final boolean mayNest;
    private final Deque<XmlIterator.Place> places = new ArrayDeque<>();
    private final List<Opened> opened = new ArrayList<>();
    private final List<XmlElement> open = new ArrayList<>();
    private @Nullable RecordBatch batch;
    private int depth;
    private long number;
    private long size;

    /// An element that is a record, complete as soon as its outermost one is closed.
    private record Opened(XmlElement element, long line) {}

    private XmlSource(LogicalSource source, SourceBytes file, XmlIterator iterator) throws IOException {
        this.file = file;
        this.reader = SafeXml.reader(file.input());
        this.shape = new XmlBatch.Shape(fields, source.nullTokens(), new XmlExpressions(source.line()));
        this.mayNest = iterator.mayNest();
        places.push(iterator.start());
    }

    static XmlSource open(LogicalSource source, SourceBytes file, XmlIterator iterator) throws IOException {
        try {
            return new XmlSource(source, file, iterator);
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    /// A record made of a text: its root element.
    static SourceRecord record(String text) throws IOException {
        XMLStreamReader reader = SafeXml.reader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        Element root = XmlText.tree(reader).getDocumentElement();
        return new XmlRecord(XmlText.element(root), Set.of(), new XmlExpressions(0));
    }

    @Override
    public Optional<ReadOutcome> next() throws IOException {
        while (true) {
            Optional<ReadOutcome> next = batch == null ? Optional.empty() : batch.next();
            if (next.isPresent()) {
                return next;
            }
            if (batch != null) {
                batch.noteFields();
            }
            batch = batch(1).orElse(null);
            if (batch == null) {
                return Optional.empty();
            }
        }
    }

    @Override
    public Optional<RecordBatch> nextBatch() throws IOException {
        return batch(RECORDS_A_BATCH);
    }

    private Optional<RecordBatch> batch(int most) throws IOException {
        List<XmlBatch.Found> records = new ArrayList<>();
        long read = 0;
        while (records.size() < most && read < BATCH_SIZE && readOn()) {
            boolean isTooLarge = size > MOST_RECORD_BYTES;
            opened.forEach(one -> records.add(new XmlBatch.Found(one.element(), one.line(), isTooLarge)));
            opened.clear();
            read += size;
        }
        number += records.size();
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(new XmlBatch(shape, records, number + 1 - records.size()));
    }

    /// Reads until an outermost record is complete; false at the end of the document.
    private boolean readOn() throws IOException {
        size = 0;
        int event = reader.getEventType();
        while (event != XMLStreamReader.END_DOCUMENT) {
            event = SafeXml.next(reader);
            switch (event) {
                case XMLStreamReader.START_ELEMENT -> start();
                case XMLStreamReader.END_ELEMENT -> {
                    if (end()) {
                        return true;
                    }
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> text();
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
        return false;
    }

    private void start() throws BrokenSourceException {
        if (++depth > MOST_DEPTH) {
            throw new BrokenSourceException(
                    "too-deep", reader.getLocation().getLineNumber(), "elements more than 1,000 deep are not read");
        }
        XmlElement element = XmlText.element(reader);
        boolean isFound = false;
        if (open.isEmpty() || mayNest) {
            places.push(places.element().child(element));
            isFound = places.element().isFound();
        }
        if (isFound) {
            opened.add(new Opened(element, reader.getLocation().getLineNumber()));
        }
        if (!open.isEmpty() || isFound) {
            if (!open.isEmpty() && size <= MOST_RECORD_BYTES) {
                open.getLast().add(element);
            }
            size += 16;
            open.add(element);
        }
    }

    private boolean end() {
        depth--;
        if (open.size() <= 1 || mayNest) {
            places.pop();
        }
        if (open.isEmpty()) {
            return false;
        }
        open.removeLast();
        return open.isEmpty();
    }

    private void text() {
        if (!open.isEmpty() && size <= MOST_RECORD_BYTES) {
            String text = reader.getText();
            size += text.length();
            open.getLast().add(text);
        }
    }

    @Override
    public void withoutDigest() {
        file.withoutDigest();
    }

    @Override
    public String encoding() {
        String declared = reader.getCharacterEncodingScheme();
        return nameOf(declared == null ? reader.getEncoding() : declared);
    }

    static String nameOf(@Nullable String encoding) {
        return encoding == null ? "UTF-8" : encoding;
    }

    @Override
    public SourceBytes file() {
        return file;
    }

    @Override
    public FieldTree tree() {
        return fields;
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException broken) {
            throw SafeXml.broken(broken);
        } finally {
            file.close();
        }
    }
}
