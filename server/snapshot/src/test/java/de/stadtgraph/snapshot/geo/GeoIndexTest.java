package de.stadtgraph.snapshot.geo;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.snapshot.BuildOptions;
import de.stadtgraph.snapshot.SegmentBuilder;
import de.stadtgraph.snapshot.term.Dictionary;
import java.io.ByteArrayInputStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/// Every box finds what touches it, however many trees there are.
class GeoIndexTest {
    static {
        JenaSystem.init();
    }

    @TempDir
    Path folder;

    @Test
    void a_box_finds_what_touches_it() throws Exception {
        Random random = new Random(4);
        Map<String, Envelope> all = new HashMap<>();
        StringBuilder quads = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            double x = random.nextDouble(-180, 180);
            double y = random.nextDouble(-90, 90);
            double size = i % 3 == 0 ? random.nextDouble(0, 5) : 0;
            String wkt = String.format(Locale.ROOT, "LINESTRING (%.9f %.9f, %.9f %.9f)", x, y, x + size, y + size);
            all.put(wkt, Wkt.read(wkt).getEnvelopeInternal());
            quads.append("<http://e/%d> <http://e/p> \"%s\"^^<%s> <http://e/g> .\n".formatted(i, wkt, Wkt.DATATYPE));
        }
        quads.append("<http://e/x> <http://e/p> \"POINT EMPTY\"^^<%s> <http://e/g> .\n".formatted(Wkt.DATATYPE));
        quads.append("<http://e/x> <http://e/p> \"POINT (1 1)\"^^<%s-other> <http://e/g> .\n".formatted(Wkt.DATATYPE));
        new SegmentBuilder(BuildOptions.of("test", "http://e/g"))
                .build(
                        new ByteArrayInputStream(quads.toString().getBytes(StandardCharsets.UTF_8)),
                        folder.resolve("segment"));
        for (int mostInTree : new int[] {100, 4_096, 1 << 19}) {
            try (Arena arena = Arena.ofConfined()) {
                Dictionary terms = Dictionary.open(folder.resolve("segment/terms.dict"), arena);
                Path file = folder.resolve("geo-" + mostInTree);
                assertThat(GeoIndexWriter.write(terms, file, mostInTree)).isEqualTo(all.size());
                GeoIndex index = GeoIndex.open(file, arena);
                index.verify();
                assertThat(Files.size(file)).isLessThan(27L * all.size());
                for (int i = 0; i < 300; i++) {
                    requireFound(index, terms, all, envelope(random, i));
                }
            }
        }
    }

    private static Envelope envelope(Random random, int i) {
        double size = Math.pow(10, random.nextDouble(-3, 2));
        double x = random.nextDouble(-180, 180);
        double y = random.nextDouble(-90, 90);
        return i == 0 ? new Envelope(-180, 180, -90, 90) : new Envelope(x, x + size, y, y + size);
    }

    private static void requireFound(GeoIndex index, Dictionary terms, Map<String, Envelope> all, Envelope box) {
        List<String> found = new ArrayList<>();
        index.search(Box.of(box), id -> found.add(terms.node(id).getLiteralLexicalForm()));
        List<String> expected = all.entrySet().stream()
                .filter(each -> each.getValue().intersects(box))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(found).doesNotHaveDuplicates().containsAll(expected);
        assertThat(found.size() - expected.size()).as("what only rounding adds").isLessThan(3);
    }
}
