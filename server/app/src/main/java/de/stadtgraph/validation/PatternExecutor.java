package de.stadtgraph.validation;

import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Sh;
import java.util.Collection;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.topbraid.shacl.engine.Constraint;
import org.topbraid.shacl.validation.ConstraintExecutor;
import org.topbraid.shacl.validation.ConstraintExecutors;
import org.topbraid.shacl.validation.ValidationEngine;
import org.topbraid.shacl.vocabulary.SH;

/// `sh:pattern` (SHACL, section 4.4.3) with the JDK's expressions.
///
/// TopBraid 1.4.4 brings its own, which calls a class that Apache Jena 5.6.0 no longer has. Texts are guarded: a
/// pattern that tries without end is stopped with the run.
final class PatternExecutor implements ConstraintExecutor {
    private static final Node PATTERN = NodeFactory.createURI(Sh.NAMESPACE + "pattern");
    private static final Node FLAGS = NodeFactory.createURI(Sh.NAMESPACE + "flags");

    private final Pattern pattern;

    /// The constraint's own parameter value is of no use: the component has two parameters, pattern and flags.
    PatternExecutor(Constraint constraint) {
        var shape = constraint.getShapeResource();
        Graph shapes = shape.getModel().getGraph();
        String flags = Values.any(shapes, shape.asNode(), FLAGS)
                .map(Node::getLiteralLexicalForm)
                .orElse("");
        Node form = Values.any(shapes, shape.asNode(), PATTERN).orElseThrow();
        this.pattern = Pattern.compile(form.getLiteralLexicalForm(), flags(flags));
    }

    /// Puts this in the place of TopBraid's own, for the whole process.
    static void install() {
        ConstraintExecutors.get().addSpecialExecutor(SH.PatternConstraintComponent, PatternExecutor::new);
    }

    @Override
    public void executeConstraint(Constraint constraint, ValidationEngine engine, Collection<RDFNode> focusNodes) {
        for (RDFNode focusNode : focusNodes) {
            for (RDFNode value : engine.getValueNodes(constraint, focusNode)) {
                if (!matches(value.asNode())) {
                    engine.createValidationResult(
                            constraint, focusNode, value, () -> "Value does not match pattern " + pattern);
                }
            }
        }
    }

    private boolean matches(Node value) {
        if (value.isBlank()) {
            return false;
        }
        String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI();
        return pattern.matcher(GuardedText.of(text)).find();
    }

    /// The flags of SPARQL's REGEX (XPath Functions, section 5.6.2).
    private static int flags(String letters) {
        return letters.chars().map(PatternExecutor::flag).reduce(0, (some, more) -> some | more);
    }

    private static int flag(int letter) {
        return switch (letter) {
            case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            case 'm' -> Pattern.MULTILINE;
            case 's' -> Pattern.DOTALL;
            case 'x' -> Pattern.COMMENTS;
            case 'q' -> Pattern.LITERAL;
            default ->
                throw new IllegalArgumentException("sh:flags has the unknown letter " + Character.toString(letter));
        };
    }
}
