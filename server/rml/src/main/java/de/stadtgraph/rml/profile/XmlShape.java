package de.stadtgraph.rml.profile;

import de.stadtgraph.rml.rules.Container;
import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.source.XmlOutline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Finds the records of an XML file: the element that comes most often and holds others. Stateless.
final class XmlShape {
    private XmlShape() {}

    static SourceShape find(Path file, FileForm form) throws IOException, ProfileException {
        LogicalSource source = LogicalSource.of("data", file, Format.XML)
                .withContainer(new Container(Container.Compression.DETECTED, form.member(), ""));
        XmlOutline outline = XmlOutline.of(source);
        if (outline.record().isEmpty()) {
            throw new ProfileException(file, "no element in it comes again, so nothing in it is a record.");
        }
        source = source.withIterator(outline.iterator()).with(Set.of(), outline.namespaces());
        return new SourceShape(
                form, source, "", true, "", List.of(), outline.references(), outline.fields(), List.of());
    }
}
