package de.stadtgraph.workshop;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.validation.Shapes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;

/// Marks while they are collected; finds the lines they belong to. Used by one thread.
public final class LineMarks {
    private static final Pattern PLACE = Pattern.compile("^.*?:(\\d+)(?::(\\d+))?: (.*)$", Pattern.DOTALL);
    private static final Pattern PREFIX = Pattern.compile("(?i)@?prefix\\s+(\\S*):\\s*<([^>]*)>");
    private static final int MOST = 200;

    private final List<String> lines;
    private final List<Mark> marks = new ArrayList<>();

    public LineMarks(String text) {
        this.lines = text.lines().toList();
    }

    public void add(int line, boolean grave, Text message) {
        if (marks.size() < MOST) {
            marks.add(new Mark(line, 0, grave, message));
        }
    }

    /// On the first line that has the word.
    public void addAt(String word, boolean grave, Text message) {
        int line = 0;
        while (line < lines.size() && !lines.get(line).contains(word)) {
            line++;
        }
        add(line < lines.size() ? line + 1 : 0, grave, message);
    }

    /// From a sentence that begins with file, line and column.
    public void addPlaced(Text sentence) {
        Matcher en = PLACE.matcher(sentence.en());
        Matcher de = PLACE.matcher(sentence.de());
        if (en.matches() && de.matches()) {
            int column = en.group(2) == null ? 0 : Integer.parseInt(en.group(2));
            marks.add(new Mark(Integer.parseInt(en.group(1)), column, true, new Text(de.group(3), en.group(3))));
            return;
        }
        add(0, true, sentence);
    }

    /// Prefixes bound to a namespace that nearly exists.
    public void addNearMisses(String text) {
        Matcher prefixes = PREFIX.matcher(text);
        while (prefixes.find()) {
            String bound = prefixes.group(2);
            Shapes.nearMiss(bound)
                    .ifPresent(meant -> addAt(
                            bound,
                            false,
                            new Text(
                                    bound + " gibt es nicht; gemeint ist " + meant + ".",
                                    bound + " does not exist; meant is " + meant + ".")));
        }
    }

    /// Whether nothing grave was found.
    public boolean none() {
        return marks.stream().noneMatch(Mark::grave);
    }

    /// By line.
    public List<Mark> sorted() {
        return marks.stream().sorted(Comparator.comparingInt(Mark::line)).toList();
    }

    /// Reads the text as Turtle; what cannot be read is marked.
    public Optional<Graph> graph(String text) {
        Graph graph = GraphFactory.createDefaultGraph();
        try {
            RdfFiles.stream(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Lang.TURTLE,
                    "text",
                    StreamRDFLib.graph(graph));
            return Optional.of(graph);
        } catch (ServerException e) {
            addPlaced(e.detail());
            return Optional.empty();
        }
    }
}
