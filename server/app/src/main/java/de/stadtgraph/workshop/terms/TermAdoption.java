package de.stadtgraph.workshop.terms;

import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.workshop.Changelog;
import de.stadtgraph.workshop.DurableText;
import de.stadtgraph.workshop.Part;
import de.stadtgraph.workshop.Proposal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes an adopted vocabulary into the folder `ontologies/`: its terms, the version, an entry of the changelog
/// beside it. The next `run` publishes it as a release of `ontology` or `kos`, so each version stays there for
/// ever.
///
/// Each file is replaced whole; the one with the version last, so that a crash leaves what can be repeated.
final class TermAdoption {
    private static final String VERSION_INFO = "<http://www.w3.org/2002/07/owl#versionInfo>";
    private static final Pattern STATED = Pattern.compile("(owl:versionInfo|" + VERSION_INFO + ")\\s+\"([^\"]*)\"");
    private static final Pattern SCHEME = Pattern.compile("a skos:ConceptScheme\\s*;");

    private final ReleasedTerms released;

    TermAdoption(ReleasedTerms released) {
        this.released = released;
    }

    /// The version of a vocabulary; one that states none has the version `0.1.0`.
    static String version(String text) {
        Matcher stated = STATED.matcher(text);
        return stated.find() ? stated.group(2) : "0.1.0";
    }

    /// Writes the files and names them.
    List<Path> adopt(Proposal proposal, LocalDate day) {
        String name = proposal.family();
        Path file = released.file(name);
        String terms = text(proposal);
        Path changes = file.resolveSibling("CHANGELOG.md");
        Changelog.add(
                changes,
                ReleasedTerms.isList(name) ? "Changes of the code lists" : "Changes of the ontology",
                name.replaceFirst("^" + ReleasedTerms.LIST, "") + " " + proposal.to() + ", " + day,
                proposal);
        if (ReleasedTerms.isList(name)) {
            DurableText.write(file, terms);
            return List.of(file, changes);
        }
        DurableText.write(file, terms);
        Path header = released.versionFile(name);
        DurableText.write(header, header(DurableText.read(header), proposal.to()));
        return List.of(file, changes, header);
    }

    /// The terms as they are once adopted.
    static String text(Proposal proposal) {
        String terms = proposal.parts().getOrDefault(Part.TERMS.name(), "");
        return ReleasedTerms.isList(proposal.family()) ? withVersion(terms, proposal.to()) : terms;
    }

    /// A code list with its version; where it stated none, beside its kind.
    static String withVersion(String text, String version) {
        Matcher stated = STATED.matcher(text);
        if (stated.find()) {
            return stated.replaceFirst(Matcher.quoteReplacement(stated.group(1) + " \"" + version + "\""));
        }
        return SCHEME.matcher(text)
                .replaceFirst(Matcher.quoteReplacement(
                        "a skos:ConceptScheme ;\n  " + VERSION_INFO + " \"" + version + "\" ;"));
    }

    /// The header of the ontology: `owl:versionIRI`, `owl:versionInfo` and `owl:priorVersion` (OWL 2, section 3.1).
    static String header(String text, String version) {
        String before = version(text);
        if (before.equals(version)) {
            return text;
        }
        String iri = CityIris.ONTOLOGY + "/";
        return text.replaceFirst("(owl:priorVersion)\\s+<[^>]*>", "$1 <" + iri + before + ">")
                .replaceFirst("(owl:versionIRI)\\s+<[^>]*>", "$1 <" + iri + version + ">")
                .replaceFirst("(owl:versionInfo)\\s+\"[^\"]*\"", "$1 \"" + version + "\"");
    }
}
