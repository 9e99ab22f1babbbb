package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.LogicalSource;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// A document of XML held in memory (64 MB at most), for iterators and references that look outside their record.
final class XmlDocument implements TreeSource {
    private static final int MOST_BYTES = 64 << 20;

    private final LogicalSource source;
    private final SourceBytes file;
    private final Iterator<Object> records;
    private final XmlExpressions expressions;
    private final FieldTree fields = new FieldTree("/");
    private final String encoding;
    private long number;

    private XmlDocument(LogicalSource source, SourceBytes file) throws IOException {
        this.source = source;
        this.file = file;
        this.expressions = new XmlExpressions(source.line());
        var reader = SafeXml.reader(new LimitedInput(file.input(), MOST_BYTES, whole(source)));
        Node document = XmlText.tree(reader);
        this.encoding = XmlSource.nameOf(reader.getCharacterEncodingScheme());
        var path = new XmlPath(source.iterator(), List.of(), false, source.namespaces());
        this.records = expressions.evaluate(path, document).iterator();
    }

    private static String whole(LogicalSource source) {
        return "XPath that looks outside its record needs the whole document, and " + source.name()
                + " has more than 64 MB: use a plain iterator (/a/b, //x) and references below it";
    }

    static XmlDocument open(LogicalSource source, SourceBytes file) throws IOException {
        try {
            return new XmlDocument(source, file);
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    @Override
    public Optional<ReadOutcome> next() throws IOException {
        while (records.hasNext()) {
            if (records.next() instanceof Element element) {
                number++;
                fields.begin();
                XmlText.note(XmlText.element(element), fields);
                long line = element.getUserData("line") instanceof Integer known ? known : -1;
                return Optional.of(
                        new ReadOutcome.Read(number, line, new Located(element, source.nullTokens(), expressions)));
            }
        }
        return Optional.empty();
    }

    /// An element in its document.
    private record Located(Element element, Set<String> nullTokens, XmlExpressions expressions)
            implements SourceRecord {
        @Override
        public List<Value> values(Reference reference) {
            return reference instanceof XmlPath path
                    ? XmlRecord.values(expressions.evaluate(path, element), nullTokens)
                    : List.of();
        }

        @Override
        public List<SourceRecord> inner(Reference iterator) {
            if (!(iterator instanceof XmlPath path)) {
                return List.of();
            }
            return expressions.evaluate(path, element).stream()
                    .filter(Element.class::isInstance)
                    .<SourceRecord>map(found -> new Located((Element) found, nullTokens, expressions))
                    .toList();
        }
    }

    @Override
    public String encoding() {
        return encoding;
    }

    @Override
    public SourceBytes file() {
        return file;
    }

    @Override
    public FieldTree tree() {
        return fields;
    }
}
