package de.stadtgraph.rml.profile;

import de.stadtgraph.rml.rules.Dialect;
import de.stadtgraph.rml.rules.Unpivot;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the sample of a draft in the form of its source; values of fields that may speak of persons become `X`.
/// Immutable.
record SampleText(SourceProfile profile, DraftPlan plan) {
    private static final String HIDDEN = "X";

    /// Name of the file.
    String name() {
        return switch (profile.shape().form().kind()) {
            case TABLE, WORKBOOK -> "sample.csv";
            case JSON -> "sample.json";
            case XML -> "sample.xml";
        };
    }

    byte[] write() {
        return switch (profile.shape().form().kind()) {
            case TABLE, WORKBOOK -> bytes(table());
            case JSON -> bytes(json());
            case XML -> XmlSample.write(profile, plan).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] bytes(String text) {
        String encoding = profile.shape().encoding();
        Charset charset = encoding.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return (encoding.startsWith("UTF-16") ? "\uFEFF" + text : text).getBytes(charset);
    }

    private String table() {
        Dialect dialect = profile.shape().source().dialect();
        var text = new StringBuilder();
        if (profile.shape().form().kind() == FileForm.Kind.TABLE) {
            text.append(profile.shape().above());
        } else {
            heading(text, dialect);
        }
        Unpivot unpivot = dialect.unpivot();
        for (List<String> row : unpivot == null ? rows() : folded(unpivot)) {
            text.append(row(row, dialect.delimiter())).append('\n');
        }
        return text.toString();
    }

    /// What stands above the table of a sheet: as many lines as the mapping passes over, then the names.
    private void heading(StringBuilder text, Dialect dialect) {
        text.append("-\n".repeat(dialect.skipRows()));
        for (int i = 0; i < dialect.headerRows(); i++) {
            text.append(row(profile.shape().header(), dialect.delimiter())).append('\n');
        }
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (SampleRecord record : profile.sample()) {
            List<String> cells = new ArrayList<>(record.cells());
            for (DraftField field : plan.fields()) {
                if (isHidden(field)
                        && field.index() < cells.size()
                        && !cells.get(field.index()).isEmpty()) {
                    cells.set(field.index(), HIDDEN);
                }
            }
            rows.add(cells);
        }
        return rows;
    }

    /// Records of a wide table put back into rows: one a combination of the other cells.
    private List<List<String>> folded(Unpivot unpivot) {
        List<String> header = profile.shape().header();
        Map<List<String>, Map<String, String>> rows = new LinkedHashMap<>();
        for (List<String> record : rows()) {
            int kept = record.size() - 2;
            rows.computeIfAbsent(record.subList(0, kept), _ -> new LinkedHashMap<>())
                    .put(record.get(kept), record.get(kept + 1));
        }
        List<List<String>> folded = new ArrayList<>();
        rows.forEach((cells, values) -> {
            List<String> row = new ArrayList<>();
            int next = 0;
            for (String name : header) {
                row.add(name.matches(unpivot.columns()) ? values.getOrDefault(name, "") : cells.get(next++));
            }
            folded.add(row);
        });
        return folded;
    }

    private static String row(List<String> cells, char delimiter) {
        List<String> written = new ArrayList<>();
        for (String cell : cells) {
            boolean quote = cell.indexOf(delimiter) >= 0
                    || cell.indexOf('"') >= 0
                    || cell.indexOf('\n') >= 0
                    || cell.indexOf('\r') >= 0;
            written.add(quote ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        String row = String.join(Character.toString(delimiter), written);
        return row.isBlank() ? "\"\"" : row;
    }

    private String json() {
        String iterator = profile.shape().source().iterator();
        List<String> records = profile.sample().stream()
                .map(record -> hidden(record, String.join("", record.cells())))
                .toList();
        if (iterator.equals("$")) {
            return String.join("\n", records) + "\n";
        }
        boolean array = iterator.endsWith("[*]");
        String inner = array ? "[\n" + String.join(",\n", records) + "\n]" : members(records);
        return JsonWrapping.wrap(iterator.substring(0, iterator.length() - (array ? 3 : 2)), inner) + "\n";
    }

    private static String members(List<String> records) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            members.add("\"m" + i + "\": " + records.get(i));
        }
        return "{\n" + String.join(",\n", members) + "\n}";
    }

    /// The record with the hidden values replaced wherever they stand as a string or a number.
    private String hidden(SampleRecord record, String text) {
        String shown = text;
        for (DraftField field : plan.fields()) {
            if (isHidden(field)) {
                for (String value : record.values().get(field.index())) {
                    shown = shown.replace(TurtleText.quoted(value), "\"" + HIDDEN + "\"")
                            .replace(":" + value, ":\"" + HIDDEN + "\"");
                }
            }
        }
        return shown;
    }

    static boolean isHidden(DraftField field) {
        return field.role() instanceof FieldRole.Dropped dropped && dropped.personal();
    }
}
