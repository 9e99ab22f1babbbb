package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PathDataTest {
    @Test
    void points_are_relative_and_those_nearer_than_a_unit_are_left_out() {
        PathData path = new PathData();
        path.move(10, 20.04);
        path.line(10.3, 20.1);
        path.line(12.5, 19.5);
        path.line(12.5, 30);
        path.close();
        assertThat(path).hasToString("M10 20l2.5 -0.5l0 10.5Z");
    }

    @Test
    void what_is_rounded_does_not_add_up() {
        PathData path = new PathData();
        path.move(0, 0);
        for (int i = 1; i <= 1000; i++) {
            path.line(i * 1.04, 0);
        }
        double end = Pattern.compile("l([0-9.]+) 0")
                .matcher(path.toString())
                .results()
                .mapToDouble(step -> Double.parseDouble(step.group(1)))
                .sum();
        assertThat(end).isBetween(1039.0, 1040.1);
    }
}
