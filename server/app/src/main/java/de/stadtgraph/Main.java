package de.stadtgraph;

/// The command line's entry.
public final class Main {
    private Main() {}

    /// Runs one command.
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        System.out.println("not yet");
    }
}
