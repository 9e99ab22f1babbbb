package de.stadtgraph.query;

import java.time.Duration;

/// All limits of queries in one place. Immutable.
///
/// @param interactive budget of a query that asks for no more time than usual
/// @param analysis budget of a query that asks for more time; its time is the cap
/// @param text what a query may look like
/// @param value what one value may grow to while a query runs
/// @param admission how many run and wait
public record QueryLimits(
        QueryBudget interactive, QueryBudget analysis, TextLimits text, ValueLimits value, Admission admission) {

    /// What a query may look like before it is parsed.
    ///
    /// @param bytes length of the text in UTF-8
    /// @param nesting brackets and prefix operators inside each other
    /// @param operators operators in the text
    /// @param listLength rows of VALUES or members of IN
    /// @param digits digits of a number
    /// @param exponent largest exponent of ten, either sign
    /// @param patterns triple patterns and path elements
    public record TextLimits(
            int bytes, int nesting, int operators, int listLength, int digits, int exponent, int patterns) {}

    /// What one value may grow to.
    ///
    /// @param stringChars characters of a string that a function makes
    /// @param digits digits of a number
    public record ValueLimits(int stringChars, int digits) {}

    /// How many queries run and wait.
    ///
    /// @param running at once
    /// @param slow of them, older than `slowAfter`
    /// @param analysis of the slow ones, with the analysis budget
    /// @param waiting callers that wait for their turn
    /// @param patience how long they wait
    /// @param slowAfter when a query counts as slow
    public record Admission(int running, int slow, int analysis, int waiting, Duration patience, Duration slowAfter) {

        /// One place more than there are cores, and that one only for short queries.
        public static Admission of(int cores) {
            return new Admission(
                    cores + 1, cores, Math.max(1, cores / 2), 50, Duration.ofSeconds(10), Duration.ofMillis(20));
        }
    }

    /// The limits of the public endpoint.
    public static QueryLimits defaults(int cores) {
        long megabyte = 1L << 20;
        var interactive = new QueryBudget(Duration.ofSeconds(5), 1_000_000, 256 * megabyte, 64 * megabyte, 200_000_000);
        var analysis =
                new QueryBudget(Duration.ofSeconds(60), 1_000_000, 256 * megabyte, 64 * megabyte, 2_000_000_000L);
        return new QueryLimits(
                interactive,
                analysis,
                new TextLimits(64 << 10, 100, 1_000, 10_000, 1_000, 400, 200),
                new ValueLimits(1 << 20, 1_000),
                Admission.of(cores));
    }

    /// The same limits with other budgets: for stored queries, commands and tests.
    public QueryLimits with(QueryBudget usual, QueryBudget most) {
        return new QueryLimits(usual, most, text, value, admission);
    }

    /// The budget for a wanted time.
    QueryBudget budget(Duration time) {
        QueryBudget kind = isAnalysis(time) ? analysis : interactive;
        return kind.within(time);
    }

    boolean isAnalysis(Duration time) {
        return time.compareTo(interactive.time()) > 0;
    }
}
