package de.stadtgraph.query;

import java.time.Duration;

/// All limits of queries in one place. Immutable.
///
/// @param interactive budget of a query that asks for no more time than usual
/// @param analysis budget of a query that asks for more time; its time is the cap
/// @param text what a query may look like
/// @param value what one value may grow to while a query runs
/// @param admission how many run and wait
/// @param bytesOfAll memory that all queries together may hold
public record QueryLimits(
        QueryBudget interactive,
        QueryBudget analysis,
        TextLimits text,
        ValueLimits value,
        Admission admission,
        long bytesOfAll) {

    private static final double SHARE_OF_HEAP = 0.4;

    /// What a query may look like before it is parsed.
    ///
    /// @param bytes length of the text in UTF-8
    /// @param bytesSignedIn the same for an account
    /// @param nesting brackets and prefix operators inside each other
    /// @param operators operators in the text
    /// @param listLength rows of VALUES or members of IN
    /// @param digits digits of a number
    /// @param exponent largest exponent of ten, either sign
    /// @param patterns triple patterns and path elements
    public record TextLimits(
            int bytes,
            int bytesSignedIn,
            int nesting,
            int operators,
            int listLength,
            int digits,
            int exponent,
            int patterns) {

        /// The same for an account, which may send longer texts.
        TextLimits signedIn() {
            return new TextLimits(
                    bytesSignedIn, bytesSignedIn, nesting, operators, listLength, digits, exponent, patterns);
        }
    }

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
    /// @param analysisPatience how long those with the analysis budget wait
    /// @param slowAfter when a query counts as slow
    /// @param caller what one caller may have of it
    public record Admission(
            int running,
            int slow,
            int analysis,
            int waiting,
            Duration patience,
            Duration analysisPatience,
            Duration slowAfter,
            CallerLimits caller) {

        /// One place more than there are cores, and that one only for short queries.
        public static Admission of(int cores) {
            return new Admission(
                    cores + 1,
                    cores,
                    Math.max(1, cores / 2),
                    50,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofMillis(20),
                    CallerLimits.DEFAULT);
        }
    }

    /// What one stranger may have at once; an account has four times as much.
    ///
    /// @param running queries that run or are parked
    /// @param waiting queries that wait
    /// @param cpuSeconds time of a core that may be used at once
    /// @param cpuSecondsBack what comes back of it in a second
    public record CallerLimits(int running, int waiting, double cpuSeconds, double cpuSecondsBack) {
        public static final CallerLimits DEFAULT = new CallerLimits(4, 10, 60, 0.5);
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
                new TextLimits(64 << 10, 1 << 20, 100, 1_000, 10_000, 1_000, 400, 200),
                new ValueLimits(1 << 20, 1_000),
                Admission.of(cores),
                (long) (Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP));
    }

    /// The same limits with other budgets: for stored queries, commands and tests.
    public QueryLimits with(QueryBudget usual, QueryBudget most) {
        return new QueryLimits(usual, most, text, value, admission, bytesOfAll);
    }

    /// The same limits with other turns.
    public QueryLimits with(Admission other) {
        return new QueryLimits(interactive, analysis, text, value, other, bytesOfAll);
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
