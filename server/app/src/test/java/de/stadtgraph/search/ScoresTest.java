package de.stadtgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Scores are joined, united and ordered as sorted maps are.
class ScoresTest {
    private final Random random = new Random(Long.getLong("stadtgraph.seed", 20261128));

    private Scores some(Map<Integer, Float> expected) {
        var scores = new Scores();
        for (int i = random.nextInt(60); i > 0; i--) {
            int number = random.nextInt(3) == 0 ? Integer.MAX_VALUE - random.nextInt(9) : random.nextInt(40);
            float score = random.nextInt(20);
            scores.add(number, score);
            expected.merge(number, score, Math::max);
        }
        return scores.done();
    }

    private static Map<Integer, Float> read(Scores scores) {
        Map<Integer, Float> read = new TreeMap<>();
        for (int i = 0; i < scores.size(); i++) {
            assertThat(scores.scoreOf(scores.number(i))).isEqualTo(scores.score(i));
            read.put(scores.number(i), scores.score(i));
        }
        assertThat(read).as("each once").hasSize(scores.size());
        return read;
    }

    @Test
    void theyAreCombinedLikeSortedMaps() {
        for (int round = 0; round < 500; round++) {
            Map<Integer, Float> left = new TreeMap<>();
            Map<Integer, Float> right = new TreeMap<>();
            Scores one = some(left);
            Scores other = some(right);
            assertThat(read(one)).isEqualTo(left);

            Map<Integer, Float> either = new TreeMap<>(left);
            right.forEach((number, score) -> either.merge(number, score, Float::sum));
            assertThat(read(one.or(other))).isEqualTo(either);
            Map<Integer, Float> both = new TreeMap<>(either);
            both.keySet().retainAll(left.keySet());
            both.keySet().retainAll(right.keySet());
            assertThat(read(one.and(other))).isEqualTo(both);
            assertThat(read(one.only(number -> number % 2 == 0)).keySet())
                    .allMatch(number -> number % 2 == 0)
                    .hasSize((int) left.keySet().stream()
                            .filter(number -> number % 2 == 0)
                            .count());
        }
    }

    @Test
    void theBestComeFirstAndOfEqualOnesTheSmallerNumber() {
        for (int round = 0; round < 200; round++) {
            Map<Integer, Float> expected = new TreeMap<>();
            Scores scores = some(expected);
            List<Integer> ordered = new ArrayList<>(expected.keySet());
            ordered.sort(
                    (one, other) -> Float.compare(expected.getOrDefault(other, 0f), expected.getOrDefault(one, 0f)));
            int most = random.nextInt(20);
            assertThat(scores.best(most))
                    .containsExactly(ordered.stream().limit(most).toArray(Integer[]::new));
        }
    }
}
