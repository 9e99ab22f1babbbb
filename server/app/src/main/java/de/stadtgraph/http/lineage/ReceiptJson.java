package de.stadtgraph.http.lineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.http.ReleaseDetails;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A receipt as JSON. Stateless.
final class ReceiptJson {
    private ReceiptJson() {}

    static byte[] of(Receipt receipt) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("iri", receipt.thing().getURI());
        ArrayNode datasets = root.putArray("datasets");
        for (Receipt.Part part : receipt.parts()) {
            ObjectNode node = datasets.addObject();
            node.put("dataset", part.dataset().slug())
                    .put("release", part.release().number());
            node.put("time", part.release().time().toString());
            ArrayNode records = node.putArray("records");
            part.origins().forEach(origin -> record(records.addObject(), origin));
            ArrayNode statements = node.putArray("statements");
            part.statements().forEach(statement -> statement(statements.addObject(), statement));
            ArrayNode checks = node.putArray("findings");
            part.findings()
                    .forEach(finding -> checks.addObject()
                            .put("rule", finding.rule())
                            .put("severity", finding.severity().name().toLowerCase(Locale.ROOT)));
        }
        return root.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    private static void record(ObjectNode node, ReleaseDetails.Origin origin) {
        node.put("source", origin.source().name()).put("file", origin.source().file());
        node.put("sha256", origin.source().sha256());
        node.put("fetched", origin.source().fetched().toString());
        node.put("record", origin.record()).put("rule", origin.rule());
    }

    private static void statement(ObjectNode node, Receipt.Said statement) {
        var value = statement.quad().getObject();
        node.put("property", statement.quad().getPredicate().getURI());
        node.put("value", value.isLiteral() ? value.getLiteralLexicalForm() : value.toString());
        statement.fields().forEach(node.putArray("fields")::add);
    }
}
