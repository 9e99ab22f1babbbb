package de.stadtgraph.bench.sparql;

import static de.stadtgraph.bench.sparql.TripleFile.LABEL;
import static de.stadtgraph.bench.sparql.TripleFile.TYPE;
import static de.stadtgraph.bench.sparql.TripleFile.decimal;
import static de.stadtgraph.bench.sparql.TripleFile.german;
import static de.stadtgraph.bench.sparql.TripleFile.integer;
import static de.stadtgraph.bench.sparql.TripleFile.iri;
import static de.stadtgraph.bench.sparql.TripleFile.plain;
import static de.stadtgraph.bench.sparql.TripleFile.term;
import static de.stadtgraph.bench.sparql.TripleFile.thing;
import static de.stadtgraph.bench.sparql.TripleFile.typed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// An invented city as N-Triples: places, concepts, sensors with observations, trees, a population cube, transit, and
/// documents with German titles.
///
/// The bytes depend on the scale only: one random generator with a fixed seed, drawn from in a fixed order. Scale 1.0
/// has 9,773,791 triples, 0.1 has 994,376. The order of the draws must never change: the kept answers would be void.
final class CityGraph {
    private static final String SOSA = "http://www.w3.org/ns/sosa/";
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String QB = "http://purl.org/linked-data/cube#";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String GTFS = "http://vocab.gtfs.org/terms#";
    private static final int DISTRICTS = 40;
    private static final int STREETS = 1_500;
    private static final int CONCEPTS = 2_000;
    private static final int SENSORS = 500;
    private static final int STOPS = 1_000;
    private static final int ROUTES = 100;
    private static final int STOPS_A_TRIP = 80;
    private static final int YEARS = 25;
    private static final List<String> PROPERTIES =
            List.of("pm10", "pm25", "no2", "o3", "temp", "noise", "humidity", "count");
    private static final List<String> SEXES = List.of("m", "f");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final Random random = new Random(42);
    private final GermanWords words = new GermanWords(random);
    private final int[] streetOfSensor = new int[SENSORS + 1];
    private final double scale;
    private final TripleFile out;

    private CityGraph(double scale, TripleFile out) {
        this.scale = scale;
        this.out = out;
    }

    /// Writes the graph.
    ///
    /// @return number of triples
    static long write(Path file, double scale) throws IOException {
        try (TripleFile out = new TripleFile(file)) {
            CityGraph city = new CityGraph(scale, out);
            city.districts();
            city.streets();
            city.concepts();
            city.sensors();
            city.observations();
            city.trees();
            city.population();
            city.stops();
            city.trips();
            city.documents();
            return out.triples();
        }
    }

    private void districts() throws IOException {
        for (int i = 1; i <= DISTRICTS; i++) {
            String district = thing("district/" + i);
            out.add(district, TYPE, term("District"));
            out.add(district, LABEL, german("Ortsteil " + GermanWords.word(i - 1)));
            out.add(district, term("population"), integer(500 + random.nextInt(15_000)));
        }
    }

    private void streets() throws IOException {
        for (int i = 1; i <= STREETS; i++) {
            String street = thing("street/" + i);
            out.add(street, TYPE, term("Street"));
            out.add(street, LABEL, german(words.any() + "straße " + i));
            out.add(street, term("inDistrict"), anyDistrict());
        }
    }

    private String anyDistrict() {
        return thing("district/" + (1 + random.nextInt(DISTRICTS)));
    }

    /// A tree in which each concept has up to four narrower ones.
    private void concepts() throws IOException {
        for (int i = 1; i <= CONCEPTS; i++) {
            String concept = thing("concept/" + i);
            out.add(concept, TYPE, iri(SKOS + "Concept"));
            out.add(concept, iri(SKOS + "prefLabel"), german(words.some(2) + " " + i));
            if (i > 1) {
                out.add(concept, iri(SKOS + "broader"), thing("concept/" + Math.max(1, (i + 1) / 4)));
            }
        }
    }

    private void sensors() throws IOException {
        for (int i = 1; i <= SENSORS; i++) {
            String sensor = thing("sensor/" + i);
            streetOfSensor[i] = 1 + random.nextInt(STREETS);
            out.add(sensor, TYPE, iri(SOSA + "Sensor"));
            out.add(sensor, LABEL, german("Sensor " + i));
            out.add(sensor, iri(SOSA + "observes"), property(i));
            out.add(sensor, term("inStreet"), thing("street/" + streetOfSensor[i]));
            geometry("sensor/" + i);
        }
        for (String property : PROPERTIES) {
            out.add(thing("prop/" + property), TYPE, iri(SOSA + "ObservableProperty"));
            out.add(thing("prop/" + property), LABEL, german(property));
        }
    }

    private static String property(int sensor) {
        return thing("prop/" + PROPERTIES.get(sensor % PROPERTIES.size()));
    }

    private void geometry(String path) throws IOException {
        out.add(thing(path), iri(GEO + "hasGeometry"), thing(path + "/geom"));
        out.add(thing(path + "/geom"), iri(GEO + "asWKT"), point());
    }

    private String point() {
        double longitude = 11.49 + random.nextDouble() * 0.2;
        double latitude = 50.85 + random.nextDouble() * 0.15;
        return String.format(Locale.ROOT, "\"POINT(%.6f %.6f)\"^^<%swktLiteral>", longitude, latitude, GEO);
    }

    /// One observation a sensor and hour; the value has a daily wave and noise.
    private void observations() throws IOException {
        LocalDateTime start = LocalDateTime.of(2025, 1, 1, 0, 0, 0);
        long number = 0;
        for (int hour = 0; hour < (int) (2_100 * scale); hour++) {
            String time = typed(start.plusHours(hour).format(SECONDS) + "Z", "dateTime");
            for (int i = 1; i <= SENSORS; i++) {
                String observation = thing("obs/" + ++number);
                out.add(observation, TYPE, iri(SOSA + "Observation"));
                out.add(observation, iri(SOSA + "madeBySensor"), thing("sensor/" + i));
                out.add(observation, iri(SOSA + "observedProperty"), property(i));
                out.add(observation, iri(SOSA + "resultTime"), time);
                double value = Math.abs(40 + 20 * Math.sin(hour / 24.0 * 6.28) + random.nextGaussian() * 15);
                out.add(observation, iri(SOSA + "hasSimpleResult"), decimal(value));
                out.add(observation, iri(SOSA + "hasFeatureOfInterest"), thing("street/" + streetOfSensor[i]));
            }
        }
    }

    /// One tree in ten has no height, one in four a remark.
    private void trees() throws IOException {
        for (int i = 1; i <= (int) (100_000 * scale); i++) {
            String tree = thing("tree/" + i);
            out.add(tree, TYPE, term("Tree"));
            out.add(tree, term("species"), thing("concept/" + (1_000 + random.nextInt(1_000))));
            out.add(tree, term("inStreet"), thing("street/" + (1 + random.nextInt(STREETS))));
            out.add(tree, term("plantedYear"), integer(1_900 + random.nextInt(125)));
            if (random.nextInt(10) != 0) {
                out.add(tree, term("heightM"), decimal(2 + random.nextDouble() * 33));
            }
            if (random.nextInt(4) == 0) {
                out.add(tree, term("remark"), german(words.some(4)));
            }
            String geometry = thing("tree/" + i + "/geom");
            out.add(tree, iri(GEO + "hasGeometry"), geometry);
            out.add(geometry, TYPE, iri(GEO + "Geometry"));
            out.add(geometry, iri(GEO + "asWKT"), point());
        }
    }

    /// District × year × age group × sex; the scale sets the number of age groups.
    private void population() throws IOException {
        int ages = Math.max(2, (int) (20 * scale));
        long number = 0;
        for (int district = 1; district <= DISTRICTS; district++) {
            for (int year = 0; year < YEARS; year++) {
                for (int age = 0; age < ages; age++) {
                    for (String sex : SEXES) {
                        String cell = thing("cube/pop/" + ++number);
                        out.add(cell, TYPE, iri(QB + "Observation"));
                        out.add(cell, iri(QB + "dataSet"), thing("cube/pop"));
                        out.add(cell, term("dimDistrict"), thing("district/" + district));
                        out.add(cell, term("dimYear"), integer(2_000 + year));
                        out.add(cell, term("dimAge"), thing("age/" + age));
                        out.add(cell, term("dimSex"), thing("sex/" + sex));
                        out.add(cell, term("measPopulation"), integer(random.nextInt(900)));
                    }
                }
            }
        }
    }

    private void stops() throws IOException {
        for (int i = 1; i <= STOPS; i++) {
            String stop = thing("stop/" + i);
            out.add(stop, TYPE, iri(GTFS + "Stop"));
            out.add(stop, LABEL, german("Haltestelle " + i));
            out.add(stop, term("inDistrict"), anyDistrict());
            geometry("stop/" + i);
        }
        for (int i = 1; i <= ROUTES; i++) {
            out.add(thing("route/" + i), TYPE, iri(GTFS + "Route"));
            out.add(thing("route/" + i), iri(GTFS + "shortName"), plain(Integer.toString(i)));
        }
    }

    private void trips() throws IOException {
        for (int i = 1; i <= (int) (5_000 * scale); i++) {
            String trip = thing("trip/" + i);
            int route = 1 + i % ROUTES;
            out.add(trip, TYPE, iri(GTFS + "Trip"));
            out.add(trip, iri(GTFS + "route"), thing("route/" + route));
            int firstMinute = 4 * 60 + random.nextInt(1_000);
            for (int k = 0; k < STOPS_A_TRIP; k++) {
                String stopTime = thing("stoptime/" + i + "-" + k);
                int minute = firstMinute + k;
                out.add(stopTime, TYPE, iri(GTFS + "StopTime"));
                out.add(stopTime, iri(GTFS + "trip"), trip);
                out.add(stopTime, iri(GTFS + "stop"), thing("stop/" + (1 + (route * 37 + k * 7) % STOPS)));
                out.add(stopTime, iri(GTFS + "stopSequence"), integer(k));
                String time = String.format(Locale.ROOT, "%02d:%02d:00", minute / 60, minute % 60);
                out.add(stopTime, iri(GTFS + "arrivalTime"), plain(time));
            }
        }
    }

    private void documents() throws IOException {
        LocalDate first = LocalDate.of(2000, 1, 1);
        for (int i = 1; i <= (int) (50_000 * scale); i++) {
            String document = thing("doc/" + i);
            out.add(document, TYPE, iri("http://xmlns.com/foaf/0.1/Document"));
            out.add(document, iri(DCT + "title"), german(words.some(5) + " " + i));
            out.add(document, iri(DCT + "description"), german(words.some(30)));
            String issued = first.plusDays(random.nextInt(9_000)).toString();
            out.add(document, iri(DCT + "issued"), typed(issued, "date"));
            out.add(document, iri(DCT + "subject"), thing("concept/" + (1 + random.nextInt(CONCEPTS))));
            out.add(document, iri(DCT + "publisher"), thing("org/" + (1 + random.nextInt(50))));
            out.add(document, iri("http://www.w3.org/ns/dcat#theme"), thing("concept/" + (1 + random.nextInt(20))));
        }
    }
}
