package de.stadtgraph.rml.source;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;

/// The one place where readers of XML are made: no document type, no entities of its own, nothing is fetched.
///
/// A document type is an error at its event, so no entity is ever declared, let alone expanded. Stateless.
final class SafeXml {
    private static final Pattern DECLARED = Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final int START = 256;
    private static final Set<String> OF_THE_PARSER =
            Set.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "US-ASCII");

    private SafeXml() {}

    /// A reader of a document; its encoding is that of its mark or declaration, else UTF-8.
    static XMLStreamReader reader(InputStream input) throws IOException {
        var stream = new PushbackInputStream(input, START);
        byte[] start = stream.readNBytes(START);
        stream.unread(start);
        Matcher declared = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
        try {
            if (declared.find()) {
                Charset charset = Charset.forName(declared.group(1));
                if (!OF_THE_PARSER.contains(charset.name())) {
                    return factory()
                            .createXMLStreamReader(new InputStreamReader(
                                    stream, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
                }
            }
            return factory().createXMLStreamReader(stream);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new BrokenSourceException(
                    "unknown-encoding", 1, "the encoding " + declared.group(1) + " is not known");
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    /// Moves on; a document type ends the reading.
    static int next(XMLStreamReader reader) throws IOException {
        try {
            int event = reader.next();
            if (event == XMLStreamReader.DTD) {
                throw new BrokenSourceException(
                        "document-type",
                        reader.getLocation().getLineNumber(),
                        "XML with a document type (<!DOCTYPE …>) is refused");
            }
            if (event == XMLStreamReader.ENTITY_REFERENCE) {
                throw new BrokenSourceException(
                        "unknown-entity",
                        reader.getLocation().getLineNumber(),
                        "the entity &" + reader.getLocalName() + "; is not declared by XML itself");
            }
            return event;
        } catch (XMLStreamException broken) {
            throw broken(broken);
        } catch (RuntimeException broken) {
            // The parser reports some bad characters by exceptions of its own.
            throw new BrokenSourceException(
                    "broken-xml", reader.getLocation().getLineNumber(), "the XML is broken: " + broken.getMessage());
        }
    }

    /// XPath 1.0 without extension functions.
    static XPathFactory xpaths() {
        try {
            XPathFactory factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory;
        } catch (XPathFactoryConfigurationException impossible) {
            throw new IllegalStateException("every Java platform can process XPath securely", impossible);
        }
    }

    static BrokenSourceException broken(XMLStreamException broken) {
        int line = broken.getLocation() == null ? -1 : broken.getLocation().getLineNumber();
        String text = String.valueOf(broken.getMessage())
                .replaceAll("\\s*at \\[row[^\\]]*\\].*", "")
                .strip();
        return new BrokenSourceException(
                "broken-xml",
                line,
                "the XML is broken: " + text.lines().findFirst().orElse(""));
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("external entities are refused");
        });
        return factory;
    }
}
