package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.term.TermId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.apache.jena.sparql.expr.E_DateTimeDay;
import org.apache.jena.sparql.expr.E_DateTimeHours;
import org.apache.jena.sparql.expr.E_DateTimeMinutes;
import org.apache.jena.sparql.expr.E_DateTimeMonth;
import org.apache.jena.sparql.expr.E_DateTimeYear;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;

/// YEAR, MONTH, DAY, HOURS and MINUTES of one variable: of an inlined date the part is read from the id, and the
/// expression is asked only once a part. All other ids are left to the expression. One query.
final class DateParts implements LongUnaryOperator {
    private static final long DAY = 86_400_000;
    private static final int HOUR = 3_600_000;
    private static final int MINUTE = 60_000;
    private static final int NO_PART = -1;

    private final Evaluation evaluation;
    private final Part part;

    /// The value of each part; 0 where it has not been asked for.
    private final long[] values;

    private enum Part {
        YEAR(10_000),
        MONTH(13),
        DAY(32),
        HOURS(24),
        MINUTES(60);

        private final int count;

        Part(int count) {
            this.count = count;
        }

        /// The part of a date, [#NO_PART] if it has none.
        int of(long id) {
            int tag = id > 0 ? TermId.tag(id) : 0;
            return switch (tag) {
                case TermId.ZONED_DATE_TIME, TermId.LOCAL_DATE_TIME -> ofMillis(TermId.writtenMillis(id));
                case TermId.DATE -> ofDay(TermId.epochDay(id));
                default -> NO_PART;
            };
        }

        private int ofMillis(long millis) {
            int time = (int) Math.floorMod(millis, DateParts.DAY);
            return switch (this) {
                case HOURS -> time / HOUR;
                case MINUTES -> time / MINUTE % 60;
                case YEAR, MONTH, DAY -> ofDay(Math.floorDiv(millis, DateParts.DAY));
            };
        }

        private int ofDay(long epochDay) {
            LocalDate date = LocalDate.ofEpochDay(epochDay);
            return switch (this) {
                case YEAR -> date.getYear();
                case MONTH -> date.getMonthValue();
                case DAY -> date.getDayOfMonth();
                case HOURS, MINUTES -> NO_PART;
            };
        }
    }

    private DateParts(Evaluation evaluation, Part part) {
        this.evaluation = evaluation;
        this.part = part;
        this.values = new long[part.count];
    }

    /// The value of an expression by its only variable's id, if the expression is such a part.
    static Optional<LongUnaryOperator> of(Evaluation evaluation) {
        Expr called = GuardedExpression.originalOf(evaluation.expression());
        Part part = switch (called) {
            case E_DateTimeYear _ -> Part.YEAR;
            case E_DateTimeMonth _ -> Part.MONTH;
            case E_DateTimeDay _ -> Part.DAY;
            case E_DateTimeHours _ -> Part.HOURS;
            case E_DateTimeMinutes _ -> Part.MINUTES;
            default -> null;
        };
        boolean ofVariable = evaluation.expression() instanceof ExprFunction function
                && function.numArgs() == 1
                && function.getArg(1).isVariable();
        return part == null || !ofVariable ? Optional.empty() : Optional.of(new DateParts(evaluation, part));
    }

    @Override
    public long applyAsLong(long id) {
        int number = part.of(id);
        if (number == NO_PART) {
            return evaluation.value(id);
        }
        if (values[number] == 0) {
            values[number] = evaluation.value(id);
        }
        return values[number];
    }
}
