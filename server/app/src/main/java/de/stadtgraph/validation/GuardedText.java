package de.stadtgraph.validation;

/// A text that stops the expression which reads it once the time is over: an expression that tries without end (ReDoS)
/// asks for characters without end. For one thread.
final class GuardedText implements CharSequence {
    private final String text;
    private final Deadline deadline;

    GuardedText(String text, Deadline deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    /// The text under the deadline of the run that goes on, or as it is where none does.
    static CharSequence of(String text) {
        return Deadline.current()
                .<CharSequence>map(deadline -> new GuardedText(text, deadline))
                .orElse(text);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        deadline.check();
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new GuardedText(text.substring(start, end), deadline);
    }

    @Override
    public String toString() {
        return text;
    }
}
