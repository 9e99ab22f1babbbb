package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The part of the city that a map of points shows.
class MapViewTest {
    private static CityMap.Shape point(String x, String y) {
        return new CityMap.Shape("", true, x, y);
    }

    @Test
    void pointsAllOverTheCityAndNoneShowTheWholeCity() {
        MapView whole = new MapView("-8.0 -8.0 656.0 816.0", "4.50");

        assertThat(MapView.around(List.of(), 640, 800)).isEqualTo(whole);
        assertThat(MapView.around(List.of(point("10.0", "10.0"), point("600.0", "20.0")), 640, 800))
                .isEqualTo(whole);
    }

    @Test
    void pointsInOnePartShowThatPartInTheFormOfTheCity() {
        assertThat(MapView.around(List.of(point("100.0", "200.0"), point("228.0", "210.0")), 640, 800))
                .isEqualTo(new MapView("84.0 105.0 160.0 200.0", "1.13"));
    }

    @Test
    void onePointShowsItsSurroundings() {
        assertThat(MapView.around(List.of(point("320.0", "400.0")), 640, 800))
                .isEqualTo(new MapView("293.3 366.7 53.3 66.7", "0.38"));
    }
}
