package de.stadtgraph.rml.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Records of JSON that are taken apart without a tree say what their tree says.
class JsonMembersTest {
    private static final List<String> NAMES = List.of("id", "name", "größe", "a b", "no", "n", "");
    private static final List<String> VALUES = List.of(
            "\"\"",
            "\"x\"",
            "\"Straße 12\"",
            "\"-\"",
            "0",
            "-0",
            "17",
            "-3.50",
            "1e5",
            "2E-07",
            "1.5e+3",
            "true",
            "false",
            "null",
            "01",
            "1.",
            ".5",
            "-",
            "+1",
            "1e",
            "nul",
            "NaN",
            "\"a\\nb\"",
            "{}",
            "[1]",
            "{\"a\": 1}",
            "\"\t\"");

    private final Random random = new Random(3);
    private final JsonMembers members = new JsonMembers(new FieldTree("."));
    private final NullTokens nulls = NullTokens.of(Set.of("", "-"));
    private int taken;
    private int left;

    @Test
    void whatIsTakenApartEqualsItsTree() throws Exception {
        for (int i = 0; i < 20_000; i++) {
            compare(i % 3 == 0 ? damaged(object()) : object());
        }
        assertThat(taken).as("taken apart").isGreaterThan(5_000);
        assertThat(left).as("left to the tree").isGreaterThan(5_000);
    }

    private void compare(String json) throws IOException {
        byte[] bytes = (">" + json + "<").getBytes(StandardCharsets.UTF_8);
        int[] places = members.take(bytes, 1, bytes.length - 1);
        if (places == null) {
            left++;
            return;
        }
        taken++;
        var record = new JsonPlainRecord(new JsonPlainRecord.Text(bytes, 1, bytes.length - 1), members, places, nulls);
        var seen = new FieldTree(".");
        var tree = new JsonRecord(JsonText.parse(bytes, 1, bytes.length - 1, seen), nulls.texts());
        for (String name : NAMES) {
            JsonPath path = new JsonPath(List.of(new JsonPath.Name(name)));
            assertThat(record.values(path)).as(json).isEqualTo(tree.values(path));
            assertThat(filled(record, path)).as(json).isEqualTo(filled(tree, path));
        }
        JsonPath whole = new JsonPath(List.of());
        assertThat(record.values(whole)).as(json).isEqualTo(tree.values(whole));
    }

    private static String filled(SourceRecord record, Reference path) {
        var cells = new Cells(1);
        boolean one = record.fill(path, cells, 0);
        return one + (cells.has(0) ? " " + cells.kind(0) + " " + cells.text(0) : "");
    }

    /// Most have each name once and plain values, in some order.
    private String object() {
        var text = new StringBuilder("{");
        int count = random.nextInt(1, 6);
        int first = random.nextInt(NAMES.size());
        for (int i = 0; i < count; i++) {
            int name = random.nextInt(20) == 0 ? random.nextInt(NAMES.size()) : (first + i) % NAMES.size();
            int value = random.nextInt(12) == 0 ? random.nextInt(VALUES.size()) : random.nextInt(14);
            text.append(i == 0 ? "" : ",").append(blanks());
            text.append('"').append(NAMES.get(name)).append('"').append(blanks());
            text.append(':').append(blanks()).append(VALUES.get(value)).append(blanks());
        }
        return text.append('}').append(blanks()).toString();
    }

    private String blanks() {
        return List.of("", "", "", " ", "\n", "\r\n\t").get(random.nextInt(6));
    }

    private String damaged(String text) {
        int at = random.nextInt(text.length());
        String inserted = random.nextBoolean() ? "" : String.valueOf("{}[],:\"\\ 0e-t".charAt(random.nextInt(13)));
        return text.substring(0, at) + inserted + text.substring(random.nextBoolean() ? at : at + 1);
    }

    @Test
    void theInventoryIsTheSame() throws Exception {
        var members = new FieldTree(".");
        var trees = new FieldTree(".");
        var taking = new JsonMembers(members);
        for (String json : List.of("{\"a\": 1, \"b\": \"\"}", "{\"b\": \"x\", \"c\": null}", "{\"a\": \"y\"}")) {
            byte[] bytes = (">" + json).getBytes(StandardCharsets.UTF_8);
            members.begin();
            assertThat(taking.take(bytes, 1, bytes.length)).isNotNull();
            trees.begin();
            JsonText.parse(bytes, 1, bytes.length, trees);
        }
        assertThat(members.counts()).isEqualTo(trees.counts());
    }
}
