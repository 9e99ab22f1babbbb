package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.IdTest;
import de.stadtgraph.snapshot.term.TermId;
import de.stadtgraph.snapshot.term.TermReader;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/// CONTAINS, STRSTARTS and STRENDS with a constant, over STR, LCASE and UCASE of one variable: on the bytes of the
/// lexical
/// form where they decide it, else on the lexical form, never on a term. Ids that are not stored literals or IRIs are
/// left
/// to the expression. One query.
final class TextTest implements IdTest {
    private static final int BYTES_A_STEP = 64;

    private final Evaluation evaluation;
    private final int place;
    private final Search search;
    private final TermReader reader;
    private final Meter meter;

    /// What is looked for.
    ///
    /// @param shape what is done with the lexical form first
    /// @param holds whether the outcome has the part
    /// @param bytes the same on bytes, if the part is ASCII and the case is changed at most once
    private record Search(UnaryOperator<String> shape, Predicate<String> holds, Optional<AsciiSearch> bytes) {
        boolean holds(TermReader term) {
            AsciiSearch.Found found = bytes.map(each -> each.in(term.bytes(), term.start(), term.end()))
                    .orElse(AsciiSearch.Found.PERHAPS);
            return switch (found) {
                case YES -> true;
                case NO -> false;
                case PERHAPS -> holds.test(shape.apply(term.text()));
            };
        }
    }

    private TextTest(Evaluation evaluation, int place, Search search) {
        this.evaluation = evaluation;
        this.place = place;
        this.search = search;
        this.reader = evaluation.terms().dictionary().reader();
        this.meter = evaluation.terms().meter();
    }

    /// The test of an expression, if it has this form.
    static Optional<IdTest> of(Evaluation evaluation, int place) {
        if (!(evaluation.expression() instanceof ExprFunction2 function)) {
            return Optional.empty();
        }
        Expr text = function.getArg1();
        NodeValue constant =
                function.getArg2().isConstant() ? function.getArg2().getConstant() : null;
        UnaryOperator<String> shape = shape(text);
        if (constant == null || !constant.isString() || shape == null) {
            return Optional.empty();
        }
        String part = constant.getString();
        Predicate<String> holds = switch (function) {
            case E_StrContains _ -> value -> value.contains(part);
            case E_StrStartsWith _ -> value -> value.startsWith(part);
            case E_StrEndsWith _ -> value -> value.endsWith(part);
            default -> null;
        };
        if (holds == null) {
            return Optional.empty();
        }
        Optional<AsciiSearch> bytes = letters(text).flatMap(letters -> AsciiSearch.of(letters, where(function), part));
        return Optional.of(new TextTest(evaluation, place, new Search(shape, holds, bytes)));
    }

    private static AsciiSearch.Place where(ExprFunction2 function) {
        return switch (function) {
            case E_StrStartsWith _ -> AsciiSearch.Place.START;
            case E_StrEndsWith _ -> AsciiSearch.Place.END;
            default -> AsciiSearch.Place.ANYWHERE;
        };
    }

    /// How the case of letters is changed; nothing if twice.
    private static Optional<AsciiSearch.Letters> letters(Expr text) {
        Expr called = GuardedExpression.originalOf(text);
        if (called instanceof E_Str) {
            return Optional.of(AsciiSearch.Letters.AS_WRITTEN);
        }
        boolean once = called instanceof ExprFunction function
                && GuardedExpression.originalOf(function.getArg(1)) instanceof E_Str;
        return Optional.of(called instanceof E_StrLowerCase ? AsciiSearch.Letters.LOWER : AsciiSearch.Letters.UPPER)
                .filter(_ -> once);
    }

    /// What is done with the lexical form: nothing for `STR(?x)`, upper or lower case around it.
    private static @Nullable UnaryOperator<String> shape(Expr text) {
        if (!(text instanceof ExprFunction function) || function.numArgs() != 1) {
            return null;
        }
        Expr inner = function.getArg(1);
        return switch (GuardedExpression.originalOf(function)) {
            case E_Str _ when inner.isVariable() -> UnaryOperator.identity();
            case E_StrLowerCase _ -> then(shape(inner), value -> value.toLowerCase(Locale.ROOT));
            case E_StrUpperCase _ -> then(shape(inner), value -> value.toUpperCase(Locale.ROOT));
            default -> null;
        };
    }

    private static @Nullable UnaryOperator<String> then(
            @Nullable UnaryOperator<String> first, UnaryOperator<String> second) {
        return first == null ? null : value -> second.apply(first.apply(value));
    }

    @Override
    public int select(long[][] columns, int rows, int[] selected) {
        long[] ids = columns[place];
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            selected[kept] = row;
            kept += holds(ids[row]) ? 1 : 0;
        }
        return kept;
    }

    private boolean holds(long id) {
        int tag = TermId.tag(id);
        if (id <= 0 || !(tag == TermId.IRI || TermId.isLiteral(tag))) {
            return evaluation.holds(id);
        }
        reader.read(id);
        meter.step((reader.end() - reader.start()) / BYTES_A_STEP);
        return search.holds(reader);
    }
}
