package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each function with values it takes and values it refuses.
class FunctionsTest {
    @TempDir
    private Path folder = Path.of("");

    /// A call, its argument, and what comes out: values joined with `|`, `-` for none, `!code` for a rejection.
    private record Case(String call, String argument, String result) {}

    private static Case of(String call, String argument, String result) {
        return new Case(call, argument, result);
    }

    private static Stream<Case> cases() {
        return Stream.of(
                of("trim", " \u00A0a \u202F b\uFEFF ", "a b"),
                of("trim", "   ", "-"),
                of("nullIf token=. token=-999", "-999", "-"),
                of("nullIf token=. token=-999", "5", "5"),
                of("integer", "0042", "42"),
                of("integer groupSign=.", "1.463.463.996", "1463463996"),
                of("integer groupSign=.", "1.2.3", "!bad-number"),
                of("integer", "12a", "!bad-number"),
                of("integer", "1.5", "!bad-number"),
                of("decimal decimalSign=,", "5640608,495", "5640608.495"),
                of("decimal decimalSign=,", "1,50", "1.5"),
                of("decimal decimalSign=,", "-0,0", "0"),
                of("decimal", "1e5", "!bad-number"),
                of("range min=1500 max=2030", "2810", "!out-of-range"),
                of("range min=1500 max=2030", "1996", "1996"),
                of("range min=1500", "abc", "!bad-number"),
                of("date pattern=dd.MM.yyyy", "27.09.2022", "2022-09-27"),
                of("date pattern=dd.MM.yyyy", "31.02.2022", "!bad-date"),
                of("date pattern=dd.MM.yyyy pattern=yyyy-MM-dd", "2022-09-27", "2022-09-27"),
                of("gYear", "1996", "1996"),
                of(
                        "dateTime pattern=dd.MM.yyyy'T'HH:mm zone=Europe/Berlin",
                        "27.09.2022T12:00",
                        "2022-09-27T12:00:00+02:00"),
                of("dateTime pattern=dd.MM.yyyy'T'HH:mm zone=Europe/Berlin", "27.03.2022T02:30", "!bad-date"),
                of("dateTime pattern=dd.MM.yyyy'T'HH:mm zone=Europe/Berlin", "30.10.2022T02:30", "!bad-date"),
                of(
                        "dateTime pattern=dd.MM.yyyy'T'HH:mm zone=Europe/Berlin fold=later",
                        "30.10.2022T02:30",
                        "2022-10-30T02:30:00+01:00"),
                of("unixTime", "1664280000", "2022-09-27T12:00:00Z"),
                of("boolean trueWord=ja falseWord=nein", "Ja", "true"),
                of("boolean trueWord=ja falseWord=nein", "vielleicht", "!bad-datatype"),
                of("capture pattern=\\\\((\\\\d+)\\\\)$ group=1", "Paradiesstraße (2)", "2"),
                of("capture pattern=\\\\((\\\\d+)\\\\)$ group=1", "Paradiesstraße", "-"),
                of("capture pattern=(.*)(.*)(.*)(.*)(.*)x group=1", "a".repeat(60) + "b", "!function-failed"),
                of("split separator=/", " a / b //c", "a|b|c"),
                of("key style=kebab", "Straße am Fährweg 1é", "strasse-am-faehrweg-1e"),
                of("key", " A B ", "A B"),
                of("hash", "a", "ca978112ca1bbdca"),
                of("matches pattern=^a", "ab", "true"),
                of(
                        "geometry crs=EPSG:25832",
                        "POINT(681721.5236099467 5645057.655347267)",
                        "POINT(11.5859544 50.9284917)"),
                of("geometry crs=EPSG:3044", "POINT(5645057.6553 681721.5236)", "POINT(11.5859544 50.9284917)"),
                of("geometry crs=CRS84 decimals=2", "LINESTRING(11.001 50.999, -0.001 50)", "LINESTRING(11 51, 0 50)"),
                of("geometry crs=CRS84", "POLYGON((0 0, 1 0, 1 1))", "!bad-geometry"),
                of("geometry crs=CRS84", "POINT(191 0)", "!bad-geometry"),
                of("geometry crs=CRS84", "nonsense", "!bad-geometry"),
                of("geometry crs=CRS84", "0101000020E6100000000000000000264000000000008049400", "!bad-geometry"),
                of("geometry crs=CRS84", "0101000020E610000000000000000026400000000000804940", "POINT(11 51)"),
                of(
                        "geometry crs=CRS84",
                        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,0]]]]}",
                        "MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)))"),
                of("area crs=EPSG:25832", "POLYGON((0 0, 100 0, 100 20.5, 0 20.5, 0 0))", "2050"));
    }

    @TestFactory
    Stream<DynamicTest> functions() {
        return cases().map(test -> DynamicTest.dynamicTest(
                test.call() + " of " + (test.argument().length() > 40 ? "…" : test.argument()), () -> check(test)));
    }

    private void check(Case test) throws Exception {
        String[] words = test.call().split(" ", -1);
        var inputs = new StringBuilder("[ rml:parameter sg:value ; rml:inputValueMap [ rml:reference \"v\" ] ]");
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            inputs.append(" , [ rml:parameter sg:%s ; rml:inputValue \"%s\" ]".formatted(pair[0], pair[1]));
        }
        Mapped mapped = Mapped.of(folder, turtle("sg:" + words[0], inputs.toString()), Map.of("data.csv", csv(test)));
        assertThat(result(mapped)).isEqualTo(test.result());
    }

    private static String csv(Case test) {
        return "v\n\"" + test.argument().replace("\"", "\"\"") + "\"\n";
    }

    private static String turtle(String function, String inputs) {
        return """
                <map> a rml:TriplesMap ; rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ a rml:RelativePathSource ; rml:path "data.csv" ] ] ;
                  rml:subject <http://example.org/s> ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:termType rml:Literal ;
                    rml:datatype xsd:string ; rml:functionExecution [ rml:function %s ; rml:input %s ] ] ] .
                """.formatted(function, inputs);
    }

    private static String result(Mapped mapped) {
        if (!mapped.source().rejectedValues().isEmpty()) {
            return "!"
                    + mapped.source()
                            .rejectedValues()
                            .keySet()
                            .iterator()
                            .next()
                            .code();
        }
        String joined = String.join(
                "|",
                mapped.lines().stream()
                        .map(line -> line.replaceFirst("^[^\"]*\"(.*)\" \\.$", "$1"))
                        .toList());
        return joined.isEmpty() ? "-" : joined;
    }

    @Test
    void namesAreCheckedBeforeAnyRecord() {
        assertThatThrownBy(() -> Mapped.of(
                        folder,
                        turtle("sg:trimm", "[ rml:parameter sg:value ; rml:inputValue 1 ]"),
                        Map.of("data.csv", "v\n")))
                .hasMessageContaining("no function sg:trimm; did you mean `sg:trim`?");
        assertThatThrownBy(() -> Mapped.of(
                        folder,
                        turtle("sg:date", "[ rml:parameter sg:valu ; rml:inputValue 1 ]"),
                        Map.of("data.csv", "v\n")))
                .hasMessageContaining("sg:date has no parameter sg:valu; did you mean `sg:value`?");
        assertThatThrownBy(() -> Mapped.of(
                        folder,
                        turtle(
                                "sg:geometry",
                                "[ rml:parameter sg:value ; rml:inputValue 1 ] , [ rml:parameter sg:crs ; rml:inputValue \"EPSG:1\" ]"),
                        Map.of("data.csv", "v\n")))
                .hasMessageContaining("no coordinate system `EPSG:1`");
    }
}
