package de.stadtgraph.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.search.SearchWords.Phrase;
import de.stadtgraph.search.SearchWords.Prefix;
import de.stadtgraph.search.SearchWords.Word;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What people type: words, phrases, beginnings; everything else means itself or is refused with a sentence.
class SearchWordsTest {
    @Test
    void wordsPhrasesAndBeginningsAreRead() {
        assertThat(SearchWords.read("alte \"Linde am Anger\" Plat*"))
                .containsExactly(new Word("alte"), new Phrase("Linde am Anger"), new Prefix("Plat"));
        assertThat(SearchWords.read("„Am Anger“")).containsExactly(new Phrase("Am Anger"));
        assertThat(SearchWords.read("  ( ) ! ")).isEmpty();
        assertThat(SearchWords.read("title:x AND (y OR z) -w ^2 ~"))
                .extracting(SearchWords.Clause::text)
                .containsExactly("title:x", "AND", "(y", "OR", "z)", "-w", "^2");
    }

    @Test
    void whatCannotBeReadIsRefusedWithASentence() {
        for (String wrong : new String[] {"\"offen", "a*", "ab*", "a*b*", "x ".repeat(65), "x".repeat(401)}) {
            assertThatThrownBy(() -> SearchWords.read(wrong))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            ServerException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SEARCH_SYNTAX));
        }
    }

    @Test
    void anyTextIsReadOrRefusedButNeverFails() {
        long seed = Long.getLong("stadtgraph.seed", 1);
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.appendCodePoint(
                        random.nextBoolean()
                                ? "\"*\\():^~ äß".codePointAt(random.nextInt(11))
                                : random.nextInt(0x2FF) + 1);
            }
            try {
                assertThat(SearchWords.read(text.toString())).as("seed " + seed).isNotNull();
            } catch (ServerException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.SEARCH_SYNTAX);
            }
        }
    }
}
