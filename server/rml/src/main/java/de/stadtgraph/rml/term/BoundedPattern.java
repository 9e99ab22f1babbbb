package de.stadtgraph.rml.term;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression that gives up: a text is looked at 100,000 times, no more. Immutable.
public final class BoundedPattern {
    private static final int MOST_STEPS = 100_000;

    private final Pattern pattern;

    /// @throws IllegalArgumentException with a sentence if the pattern is broken
    public BoundedPattern(String pattern) {
        try {
            this.pattern = Pattern.compile(pattern);
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException("the pattern `" + pattern + "` is broken: " + broken.getDescription());
        }
    }

    public int groups() {
        return pattern.matcher("").groupCount();
    }

    /// The group of the first match, if the pattern is found and the group took part.
    public Optional<String> find(String text, int group) throws TooManySteps {
        try {
            Matcher matcher = pattern.matcher(new Counted(text));
            return matcher.find() ? Optional.ofNullable(matcher.group(group)) : Optional.empty();
        } catch (StepsExceeded | StackOverflowError endless) {
            throw new TooManySteps();
        }
    }

    /// The pattern asks too much of this text.
    public static final class TooManySteps extends Exception {}

    private static final class StepsExceeded extends RuntimeException {}

    /// A text that counts how often it is looked at.
    private static final class Counted implements CharSequence {
        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new StepsExceeded();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
