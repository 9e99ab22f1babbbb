package de.stadtgraph.rml.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.rml.rules.RuleException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// JSONPath as RFC 9535 has it.
class JsonPathTest {
    private static final String TREES = """
            {"trees": [
              {"id": 1, "kind": "Linde", "height": 12.50, "tags": ["old", "rare"], "street": {"name": "Am Markt"}},
              {"id": 2, "kind": "Eiche", "height": 9, "tags": []},
              {"id": 3, "kind": "Linde", "height": null},
              {"id": 4, "kind": "Ahorn", "height": "12.5", "felled": false}],
             "wanted": "Linde", "none": null, "a.b": 5, "o'neil": 6}
            """;

    private static String found(String path) {
        byte[] bytes = TREES.getBytes(StandardCharsets.UTF_8);
        try {
            JsonNode root = JsonText.parse(bytes, 0, bytes.length, new FieldTree("."));
            List<String> nodes = JsonPath.parse(path, 1).select(root).stream()
                    .map(JsonText::write)
                    .toList();
            return String.join(" ", nodes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '§', textBlock = """
            $.wanted → "Linde"
            wanted → "Linde"
            $['a.b'] → 5
            $["o'neil"] → 6
            $['o\\'neil'] → 6
            $['\\u0061.b', 'wanted'] → 5 "Linde"
            $.none → null
            $.missing → §§
            $.trees[0].street.name → "Am Markt"
            $.trees[-1].id → 4
            $.trees[1:3].id → 2 3
            $.trees[:2].id → 1 2
            $.trees[-2:].id → 3 4
            $.trees[::2].id → 1 3
            $.trees[::-1].id → 4 3 2 1
            $.trees[3:0:-2].id → 4 2
            $.trees[0:9:0].id → §§
            $.trees[-9:1].id → 1
            $.trees[0,2].id → 1 3
            $.trees[0, 2:]['id','kind'] → 1 "Linde" 3 "Linde" 4 "Ahorn"
            $..name → "Am Markt"
            $..tags[0] → "old"
            $.trees[?@.kind == 'Linde'].id → 1 3
            $.trees[?@.kind != "Linde"].id → 2 4
            $.trees[?@.kind == $.wanted].id → 1 3
            $.trees[?@.height == 12.5].id → 1
            $.trees[?@.height > 9].id → 1
            $.trees[?@.height >= 9.0].id → 1 2
            $.trees[?@.height < 1e1].id → 2
            $.trees[?@.kind < 'Eiche'].id → 4
            $.trees[?@.height == null].id → 3
            $.trees[?@.height].id → 1 2 3 4
            $.trees[?@.felled].id → 4
            $.trees[?!@.felled].id → 1 2 3
            $.trees[?@.felled == false].id → 4
            $.trees[?@.felled == @.missing].id → 1 2 3
            $.trees[?@.tags[?@ == 'old']].id → 1
            $.trees[?@.kind == 'Linde' && @.height].id → 1 3
            $.trees[?(@.id < 2 || @.id > 3) && @.kind].id → 1 4
            $.trees[?!(@.id < 2 || @.id > 3)].id → 2 3
            $.trees[?length(@.kind) == 5 && @.id < 3].id → 1 2
            $.trees[?length(@.tags) > 1].id → 1
            $.trees[?length(@) == 4].id → 2 4
            $.trees[?count(@.tags[*]) == 0].id → 2 3 4
            $.trees[?value(@..name) == 'Am Markt'].id → 1
            $.trees[?match(@.kind, 'L.*e')].id → 1 3
            $.trees[?match(@.kind, 'L')].id → §§
            $.trees[?search(@.kind, 'i[cn]')].id → 1 2 3
            $.trees[?search(@.kind, '^L')].id → §§
            $.trees[?match(@.kind, '\\\\p{Lu}\\\\p{L}+')].id → 1 2 3 4
            $.trees[?@['tags'][0]].id → 1
            $.trees[?@.tags == $.trees[1].tags].id → 2
            """)
    void aPathFindsWhatTheSpecificationSays(String path, String expected) {
        assertThat(found(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '§', textBlock = """
            $.trees[ → position 9: expects a number, a slice
            $.trees[1 → position 10: `]` is missing
            $.trees[01] → position 10: `]` is missing
            $.trees[99999999999] → the number before it is too large
            $.trees[?@.id = 1] → `]` is missing
            $.trees[?@..id == 1] → may find several values
            $.trees[?!@.id == 1] → needs brackets
            $.trees[?(@.id] → `)` is missing
            $.trees[?length(@.kind)] → expects a comparison
            $.trees[?'a'] → expects a comparison
            $.trees[?sum(@.id) == 1] → there is no function `sum` here; known are length, count, value
            $.trees[?match(@.kind, @.a)] → expects a quoted pattern
            $.trees[?match(@.kind, '(')] → the pattern
            $.trees[?match(@.kind, '\\\\d')] → has an escape that is not known
            $.trees[?match(@.a, '(?=a)')] → has a `?` behind `(`
            $.trees['id → a quote is missing
            $.trees['\\u00zz'] → four hexadecimal digits
            $.a*b → a name cannot hold `*`; write ['…']
            $x → expects `.` or `[`
            """)
    void aBrokenPathIsToldWithItsPlace(String path, String part) {
        assertThatThrownBy(() -> JsonPath.parse(path, 7))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("JSONPath `" + path + "` is broken at position")
                .hasMessageContaining(part);
    }

    @Test
    void bracketsWithinBracketsHaveALimit() {
        String path = "$[?" + "(".repeat(1_000) + "@.a" + ")".repeat(1_000) + "]";
        assertThatThrownBy(() -> JsonPath.parse(path, 1)).hasMessageContaining("more than 50 brackets");
    }

    /// What a filter looks at counts as used, so the inventory's path ends before it.
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '§', textBlock = """
            $.trees[0].id → trees[*].id
            $.trees[1:].id → trees[*].id
            $.trees[?@.kind == 'Linde'].id → trees
            $['trees','wanted'] → §§
            $..id → **.id
            """)
    void theInventoryKnowsThePath(String path, String field) {
        assertThat(JsonPath.parse(path, 1).field()).isEqualTo(field);
    }
}
