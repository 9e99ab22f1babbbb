package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Prefixes;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Drafts;
import de.stadtgraph.workshop.LineDiff;
import de.stadtgraph.workshop.Mark;
import de.stadtgraph.workshop.terms.TermChange;
import de.stadtgraph.workshop.terms.TermWorkshop;
import de.stadtgraph.workshop.terms.Uses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// One part of a draft in a form. Immutable.
///
/// @param place what is edited
/// @param parts names of all parts
/// @param kept text that is kept, with its tag
/// @param mine text that could not be saved since another was saved meanwhile
/// @param marks remarks on lines
/// @param begun whether the draft differs from the family in that somebody began one
/// @param beside what stands around the text
public record DraftPage(
        Frame frame,
        Place place,
        List<String> parts,
        Drafts.Tagged kept,
        Optional<String> mine,
        List<Mark> marks,
        boolean begun,
        Beside beside) {

    /// What is edited.
    ///
    /// @param address where all of its kind stand
    /// @param part name of the part
    public record Place(String address, String family, String part) {
        public String own() {
            return address + "/" + family;
        }
    }

    /// The terms of a vocabulary.
    ///
    /// @param effect what the draft changes
    /// @param all all terms of the draft
    public record Terms(List<TermWorkshop.UsedChange> effect, List<TermWorkshop.Used> all) {
        public Terms {
            effect = List.copyOf(effect);
            all = List.copyOf(all);
        }
    }

    /// What stands around the text.
    ///
    /// @param examples what is wrong with the examples; shapes that lack one have a line
    /// @param changes how the part differs from what is released
    /// @param conflict how one's own text differs from the one that is kept
    /// @param terms of a vocabulary; none of a shape family
    /// @param words words of the scripts as JSON
    /// @param nonce mark of the styles that the editor makes
    public record Beside(
            List<Mark> examples,
            List<LineDiff.Line> changes,
            List<LineDiff.Line> conflict,
            Optional<Terms> terms,
            String words,
            String nonce) {
        public Beside {
            examples = List.copyOf(examples);
            changes = List.copyOf(changes);
            conflict = List.copyOf(conflict);
        }
    }

    public DraftPage {
        parts = List.copyOf(parts);
        marks = List.copyOf(marks);
    }

    public String family() {
        return place.family();
    }

    public String part() {
        return place.part();
    }

    /// Whether it is a shape family; else a vocabulary.
    public boolean isFamily() {
        return beside.terms().isEmpty();
    }

    public List<TermWorkshop.UsedChange> effect() {
        return beside.terms().map(Terms::effect).orElse(List.of());
    }

    public List<TermWorkshop.Used> terms() {
        return beside.terms().map(Terms::all).orElse(List.of());
    }

    public String in(Text text) {
        return text.in(frame.phrases().language());
    }

    public String shortened(Node term) {
        return Prefixes.shorten(term.getURI());
    }

    public String what(TermChange change) {
        return switch (change.what()) {
            case TEXTS -> frame.word("terms.what.texts");
            case LINKS -> frame.word("terms.what.links");
            case NEW -> frame.word("terms.what.new");
            case DEPRECATED -> frame.word("terms.what.deprecated");
            case MEANING -> frame.word("terms.what.meaning");
            case GONE -> frame.word("terms.what.gone");
        };
    }

    /// Where a term is used, in words: datasets with counts, then files.
    public String uses(Uses uses) {
        if (uses.isEmpty()) {
            return frame.word("terms.unused");
        }
        String datasets = uses.datasets().entrySet().stream()
                .map(use -> use.getKey() + " " + (use.getValue() >= TermWorkshop.MOST_COUNTED ? "≥ " : "")
                        + frame.phrases().number(use.getValue()))
                .collect(Collectors.joining(", "));
        return Stream.concat(Stream.of(datasets), uses.files().stream())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// What the form begins with: one's own text where it was refused.
    public String text() {
        return mine.orElse(kept.text());
    }

    public List<Mark> examples() {
        return beside.examples();
    }

    public List<LineDiff.Line> changes() {
        return beside.changes();
    }

    public List<LineDiff.Line> conflict() {
        return beside.conflict();
    }

    public String words() {
        return beside.words();
    }

    public String nonce() {
        return beside.nonce();
    }

    public String message(Mark mark) {
        return mark.message().in(frame.phrases().language());
    }
}
