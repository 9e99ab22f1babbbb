package de.stadtgraph.rml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.function.Executable;

/// The outcomes of test cases: a table on standard output, and a report in EARL (W3C Evaluation and Report Language).
final class ConformanceReport {
    private final Map<String, Map<String, Boolean>> outcomes = new TreeMap<>();

    /// Runs a case and notes whether it passes.
    void note(String suite, Path folder, Executable check) throws Throwable {
        Map<String, Boolean> cases = outcomes.computeIfAbsent(suite, _ -> new TreeMap<>());
        String name = folder.getFileName().toString();
        cases.put(name, false);
        check.execute();
        cases.put(name, true);
    }

    /// Prints the table and writes the report.
    void write(Path file) throws IOException {
        var text = new StringBuilder("""
                @prefix earl: <http://www.w3.org/ns/earl#> .
                @prefix rml: <http://w3id.org/rml/> .

                """);
        outcomes.forEach((suite, cases) -> {
            long passed = cases.values().stream().filter(Boolean::booleanValue).count();
            System.out.printf("%-10s %3d of %3d passed%n", suite, passed, cases.size());
            cases.forEach((name, good) -> text.append("""
                    [] a earl:Assertion ; earl:mode earl:automatic ;
                      earl:subject <https://w3id.org/stadtgraph/rml> ; earl:test <http://w3id.org/kg-construct/%s/%s> ;
                      earl:result [ a earl:TestResult ; earl:outcome earl:%s ] .
                    """.formatted(suite, name, good ? "passed" : "failed")));
        });
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
