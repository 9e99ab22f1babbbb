package de.stadtgraph.rml.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.rml.Mapping;
import de.stadtgraph.rml.MappingEngine;
import de.stadtgraph.rml.MappingException;
import de.stadtgraph.rml.MappingOptions;
import de.stadtgraph.rml.MappingReport;
import de.stadtgraph.rml.Observer;
import de.stadtgraph.rml.QuadSink;
import de.stadtgraph.rml.SourceException;
import de.stadtgraph.rml.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Unknown files become mappings that run, or one sentence.
class SourceProfileTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text, String charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(Charset.forName(charset)));
    }

    private ModuleDraft draft(Path file) throws IOException, ProfileException {
        SourceProfile profile = SourceProfile.read(file, ProfileLimits.STANDARD);
        return ModuleDraft.of(profile, new ModuleDraft.Naming("draft", "https://data.example.org/"), List.of());
    }

    /// The statements of the file itself, mapped by the draft.
    private String mapped(Path file) throws IOException, ProfileException, MappingException, SourceException {
        Path module = Files.createTempDirectory(folder, "module");
        for (Map.Entry<String, byte[]> written : draft(file).files().entrySet()) {
            Files.write(module.resolve(written.getKey()), written.getValue());
        }
        Path mapping = module.resolve("mapping.ttl");
        run(Mapping.read(mapping, Sources.in(module)));
        return run(Mapping.read(mapping, new Sources(module, Map.of("draft", file))));
    }

    private static String run(Mapping mapping) throws IOException, MappingException, SourceException {
        var bytes = new ByteArrayOutputStream();
        MappingReport report = MappingEngine.run(
                mapping,
                MappingOptions.defaults("https://data.example.org/"),
                QuadSink.nquads(Channels.newChannel(bytes)),
                Observer.none());
        assertThat(report.quads()).isPositive();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void germanNumbersDatesAndNamesAreUnderstood() throws Exception {
        Path file = file("einwohner.csv", """
                Nr;Straße;Fläche;Datum;Einwohner
                01;Jöllenbecker Straße;1.234,50;31.12.2015;1.463.463
                02;Grüne Gasse;12,75;01.02.2016;22.000
                03;Am Markt;0,5;15.03.2016;7.100.200
                """, "windows-1252");
        assertThat(mapped(file))
                .contains("/id/draft/01>")
                .contains("\"Jöllenbecker Straße\"")
                .contains("\"1234.5\"^^<http://www.w3.org/2001/XMLSchema#decimal>")
                .contains("\"2015-12-31\"^^<http://www.w3.org/2001/XMLSchema#date>")
                .contains("\"1463463\"^^<http://www.w3.org/2001/XMLSchema#integer>");
    }

    @Test
    void coordinatesBecomePointsInDegrees() throws Exception {
        Path file = file(
                "punkte.csv", "id,rechtswert,hochwert\na1,681721.5236,5645057.6553\na2,681722.5,5645058.25\n", "UTF-8");
        assertThat(mapped(file)).contains("\"POINT(11.5859544 50.9284917)\"");
    }

    @Test
    void aWideTableBecomesOneRecordACell() throws Exception {
        Path file = file(
                "bezirke.csv",
                "Bezirk,Nummer,31.12.2014,31.12.2015,31.12.2016\nZentrum,1,10,20,30\nNord,2,11,21,31\n",
                "UTF-8");
        assertThat(mapped(file)).contains("31.12.2015").contains("\"21\"^^<http://www.w3.org/2001/XMLSchema#integer>");
    }

    @Test
    void aNumberFarBelowAllOthersStandsForNoValue() throws Exception {
        Path file = file("klima.csv", """
                Tag;Temperatur;Regen
                a1;-12,5;0,0
                a2;-999;3,5
                a3;21,0;-999
                a4;8,25;1,0
                """, "UTF-8");
        assertThat(mapped(file)).contains("\"-12.5\"^^").doesNotContain("-999");
        assertThat(text(draft(file), "mapping.ttl"))
                .contains("rml:null \"\" , \"-999\"")
                .contains("# TODO a number stands");
    }

    @Test
    void aNumberNearTheOthersStaysOne() throws Exception {
        Path file = file("saldo.csv", "Ort;Saldo\na;-99\nb;-1200\nc;800\nd;15\n", "UTF-8");
        assertThat(mapped(file)).contains("\"-99\"^^");
    }

    @Test
    void recordsThatAreSumsAreAskedAbout() throws Exception {
        Path named = file("jahr.csv", "Monat;Anzahl\nMai;3\nJuni;4\nJahressumme;7\n", "UTF-8");
        assertThat(text(draft(named), "mapping.ttl")).contains("# TODO Record 3 (“Jahressumme”) looks like a sum");
        Path numbers = file("bezirk.csv", "Ort;Frauen;Alle\na;3;7\nb;5;9\nc;1;2\nJena;9;18\n", "UTF-8");
        assertThat(text(draft(numbers), "README.md")).contains("are the sums of all others in 2 fields");
        Path none = file("ort.csv", "Ort;Frauen;Alle\na;3;7\nb;5;9\nc;1;2\nd;8;18\n", "UTF-8");
        assertThat(text(draft(none), "README.md")).doesNotContain("sum");
    }

    @Test
    void aTableWithoutHeaderMayGrowWider() throws Exception {
        var rows = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            rows.append("x").append(i).append(",").append(i * 7).append(i == 390 ? ",5,later\n" : ",5\n");
        }
        assertThat(mapped(file("breit.csv", rows.toString(), "UTF-8"))).contains("\"later\"");
    }

    private static String text(ModuleDraft draft, String name) {
        return new String(draft.files().getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    @Test
    void fieldsThatMaySpeakOfPersonsAreLeftOutAndHiddenInTheSample() throws Exception {
        Path file = file("kontakte.csv", """
                id,name,email,bemerkung
                1,Haus am Park,anna.beispiel@stadt.example,offen
                2,Haus am See,bernd.muster@stadt.example,zu
                3,Haus am Wald,clara.probe@stadt.example,offen
                """, "UTF-8");
        ModuleDraft draft = draft(file);
        assertThat(draft.leftOut()).extracting(ModuleDraft.LeftOut::field).containsExactly("email");
        assertThat(draft.files().values().stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .noneMatch(text -> text.contains("@stadt.example"));
        assertThat(mapped(file)).doesNotContain("@stadt.example").contains("Haus am See");
    }

    @Test
    void recordsThatShareNoFieldAreToldApartByWhatTheyHave() throws Exception {
        Path file = file("mixed.json", """
                [{"a": "x"}, {"b": "y"}, {"a": "x", "b": "y"}, {"a": "x"}]""", "UTF-8");
        assertThat(mapped(file).lines().filter(line -> line.contains("#type>"))).hasSize(3);
    }

    @Test
    void headersWithLineEndsInThemStayAsTheyAre() throws Exception {
        Path file = file(
                "lines.csv", "Liste\r\n\"Nr\rdes Baums\";\"Gattung\nbotanisch\"\r\nA-1;Acer\r\nA-2;Tilia\r\n", "UTF-8");
        assertThat(mapped(file)).contains("/id/draft/A-1>").contains("\"Tilia\"");
    }

    @Test
    void recordsOfJsonAreFoundWhereverTheyLie() throws Exception {
        Path file = file("data.json", """
                {"meta": {"fields": [{"n": "a"}, {"n": "b"}]},
                 "result": {"records": [{"id": "x/1", "lat": 50.9, "lon": 11.6, "tags": ["a", "b"]},
                                        {"id": "x/2", "lat": 50.8, "lon": 11.5, "tags": []}]}}""", "UTF-8");
        assertThat(mapped(file))
                .contains("/id/draft/x%2F1>")
                .contains("POINT(11.6 50.9)")
                .contains("\"b\"");
    }

    @Test
    void recordsOfXmlAreTheElementThatComesAgain() throws Exception {
        Path file = file("data.xml", """
                <?xml version="1.0"?>
                <p:list xmlns:p="http://example.org/p"><p:site id="a"><p:name>Am Markt</p:name></p:site>
                <p:site id="b"><p:name>Nordpark</p:name></p:site></p:list>""", "UTF-8");
        assertThat(mapped(file)).contains("/id/draft/a>").contains("Nordpark");
    }

    @ParameterizedTest
    @CsvSource({
        "empty.csv, '', the file is empty",
        "page.html, '<!DOCTYPE html><p>x', a web page",
        "scan.pdf, '%PDF-1.7', a PDF",
        "blank.txt, '   ', nothing but blanks",
        "table.dbf, '\u0003abc', dBase"
    })
    void whatCannotBeReadIsOneSentence(String name, String text, String sentence) throws IOException {
        Path file = file(name, text, "UTF-8");
        assertThatThrownBy(() -> draft(file))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining(sentence);
    }

    /// Any bytes: a module that can be read, or one sentence; the seed is printed with a failure.
    @Test
    void anyBytesGiveAModuleOrOneSentence() throws Exception {
        for (long seed : new long[] {42, 9860716869862L, 36319442875199L, Long.getLong("stadtgraph.seed", 1)}) {
            Random random = new Random(seed);
            for (int round = 0; round < 150; round++) {
                Path file = Files.write(folder.resolve("any-" + round + ending(random)), bytes(random));
                try {
                    draftIsReadable(draft(file));
                } catch (ProfileException sentence) {
                    assertThat(sentence.getMessage())
                            .as("seed " + seed)
                            .endsWith(".")
                            .doesNotContain("\n");
                } catch (MappingException | RuntimeException fault) {
                    throw new AssertionError("seed " + seed + ", round " + round, fault);
                }
            }
        }
    }

    private void draftIsReadable(ModuleDraft draft) throws IOException, MappingException {
        Path module = Files.createTempDirectory(folder, "any");
        for (Map.Entry<String, byte[]> written : draft.files().entrySet()) {
            Files.write(module.resolve(written.getKey()), written.getValue());
        }
        Mapping.read(module.resolve("mapping.ttl"), Sources.in(module));
    }

    private static String ending(Random random) {
        return List.of(".csv", ".json", ".xml", ".zip", "").get(random.nextInt(5));
    }

    /// Noise, or a table, JSON or XML with noise in it.
    private static byte[] bytes(Random random) {
        String signs = ";,\t|\"'{}[]<>&:=/\\\n\r 0123456789abcäöü€-._%@\u0000\uFEFF\u2028";
        var text =
                new StringBuilder(List.of("", "a;b;c\n1;2;3\n", "[{\"a\":1},", "<a><b/><b x=\"1\">", "PK\u0003\u0004")
                        .get(random.nextInt(5)));
        int length = random.nextInt(400);
        for (int i = 0; i < length; i++) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        Charset charset = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)
                .get(random.nextInt(3));
        return text.toString().getBytes(charset);
    }
}
