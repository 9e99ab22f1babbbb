package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lines written straight from a record's bytes are those that the terms would give, and so are the rejections.
class DirectWayTest {
    private static final int ROWS = 3_000;
    private static final String[] SIGNS = {
        "a", "Z", "7", "0", "-", ".", ",", " ", "%", "/", "\\", "\"\"", "\n", "\r", "\t", "é", "€", "𝄞", "<", "{", "#",
        "'"
    };
    /// Holds for every record, and keeps the direct way away.
    private static final String ALWAYS = """
             ; rml:condition [ rml:functionExecution [ rml:function sg:matches ;
               rml:input [ rml:parameter sg:value ; rml:inputValue "x" ] ,
                         [ rml:parameter sg:pattern ; rml:inputValue "x" ] ] ]""";
    private static final String RULES = """
            <map> a rml:TriplesMap ;
              rml:logicalSource [ rml:source [ rml:path "data.csv" ; rml:null "" ] ;
                rml:referenceFormulation rml:CSV ] ;
              rml:subjectMap [ rml:template "http://example.org/thing/{a}"@ ; rml:class ex:Thing ] ;
              rml:predicateObjectMap [ rml:predicate ex:plain ; rml:objectMap [ rml:reference "b"@ ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:german ;
                rml:objectMap [ rml:reference "b" ; rml:language "de"@ ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:uri ;
                rml:objectMap [ rml:template "http://example.org/{b}/x" ; rml:termType rml:URI@ ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:text ;
                rml:objectMap [ rml:template "{a} of {b}" ; rml:termType rml:Literal@ ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:number ;
                rml:objectMap [ rml:reference "c" ; rml:datatype xsd:integer@ ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:decimal , ex:again ;
                rml:objectMap [ rml:reference "c" ; rml:datatype xsd:decimal@ ] ; rml:graph ex:g , rml:defaultGraph ] ;
              rml:predicateObjectMap [ rml:predicate ex:page ;
                rml:objectMap [ rml:reference "e" ; rml:termType rml:IRI@ ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:link , ex:site ;
                rml:objectMap [ rml:reference "e" ; rml:termType rml:URI@ ] ; rml:graph ex:g ] ;
              rml:predicateObjectMap [ rml:predicate ex:day ;
                rml:objectMap [ rml:template "2024-\\"{b}\\"-{c}-01" ; rml:datatype xsd:date@ ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:date ;
                rml:objectMap [ rml:reference "d" ; rml:datatype xsd:date@ ] ] .
            """;

    @TempDir
    private Path folder;

    private static String any(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(SIGNS[random.nextInt(SIGNS.length)]);
        }
        return text.toString();
    }

    private static String data(Random random) {
        String[] numbers = {"", "12", "-3", "007", "1.50", "1e3", " 4", "99999999999999999999", ".5", "+1", "x", "٣"};
        String[] dates = {"", "2024-02-29", "2023-02-29", "2024-1-1", "2024-01-01Z", "\\u0032024"};
        String[] pages = {
            "",
            "http://example.org/a?b=(c)#d",
            "mailto:a@b",
            "urn:x:y",
            "a1+b:c",
            "http:",
            ":a",
            "page",
            "http://a/./b",
            "http://a/..",
            "http://a/.b",
            "http://a/b.",
            "http://a/%41",
            "http://a/%4",
            "http://a#b#c",
            "http://a/é",
            "a b:c",
            "http://a/{b}",
            "http://a/\\",
            "1a:b",
            "http://a/<b>"
        };
        var text = new StringBuilder("a,b,c,d,e\n");
        for (int i = 0; i < ROWS; i++) {
            text.append('"')
                    .append(any(random))
                    .append("\",\"")
                    .append(any(random))
                    .append("\",\"");
            text.append(numbers[random.nextInt(numbers.length)]).append("\",\"");
            text.append(dates[random.nextInt(dates.length)]).append("\",\"");
            text.append(pages[random.nextInt(pages.length)]).append("\"\n");
        }
        return text.toString();
    }

    @Test
    void bothWaysGiveTheSameLinesAndRejections() throws Exception {
        for (long seed : new long[] {11, Long.getLong("stadtgraph.seed", 1)}) {
            Map<String, String> files = Map.of("data.csv", data(new Random(seed)));
            Mapped direct = Mapped.of(folder, RULES.replace("@", ""), files);
            Mapped general = Mapped.of(folder, RULES.replace("@", ALWAYS), files);
            assertThat(direct.lines()).as("seed " + seed).hasSizeGreaterThan(ROWS);
            assertThat(direct.lines()).as("seed " + seed).isEqualTo(general.lines());
            assertThat(direct.source().rejectedValues())
                    .as("seed " + seed)
                    .isEqualTo(general.source().rejectedValues());
            assertThat(direct.source().rejectedRecords())
                    .as("seed " + seed)
                    .isEqualTo(general.source().rejectedRecords());
        }
    }
}
