package de.stadtgraph.workshop;

import java.util.ArrayList;
import java.util.List;

/// What differs between two texts, line by line: the longest common lines stay, with [#CONTEXT] lines around each
/// change. Of texts that differ in more than [#MOST_LINES] lines everything is said to differ. Stateless.
public final class LineDiff {
    private static final int CONTEXT = 3;
    private static final int MOST_LINES = 1_500;

    private LineDiff() {}

    /// What happens to a line.
    public enum Kind {
        SAME,
        GONE,
        NEW,
        /// Lines that stay and are not shown.
        GAP
    }

    /// One line.
    ///
    /// @param before its number in the old text; 0 where it is not there
    /// @param after its number in the new text; 0 where it is not there
    public record Line(Kind kind, int before, int after, String text) {}

    /// The lines that differ, with those around them; empty for equal texts.
    public static List<Line> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> changed = after.lines().toList();
        int head = 0;
        while (head < Math.min(old.size(), changed.size()) && old.get(head).equals(changed.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), changed.size()) - head
                && old.get(old.size() - 1 - tail).equals(changed.get(changed.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            lines.add(new Line(Kind.SAME, i + 1, i + 1, old.get(i)));
        }
        middle(old.subList(head, old.size() - tail), changed.subList(head, changed.size() - tail), head, lines);
        for (int i = tail; i > 0; i--) {
            int place = old.size() - i;
            lines.add(new Line(Kind.SAME, place + 1, changed.size() - i + 1, old.get(place)));
        }
        return shortened(lines);
    }

    /// @param head lines before the middle
    private static void middle(List<String> old, List<String> changed, int head, List<Line> lines) {
        boolean compared = old.size() <= MOST_LINES && changed.size() <= MOST_LINES;
        int[][] common = compared ? common(old, changed) : new int[0][];
        int i = 0;
        int j = 0;
        while (i < old.size() || j < changed.size()) {
            if (compared && i < old.size() && j < changed.size() && old.get(i).equals(changed.get(j))) {
                lines.add(new Line(Kind.SAME, head + i + 1, head + j + 1, old.get(i)));
                i++;
                j++;
            } else if (i < old.size() && (j == changed.size() || !compared || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Kind.GONE, head + i + 1, 0, old.get(i)));
                i++;
            } else {
                lines.add(new Line(Kind.NEW, 0, head + j + 1, changed.get(j)));
                j++;
            }
        }
    }

    /// Length of the longest common lines from each pair of places on.
    private static int[][] common(List<String> old, List<String> changed) {
        int[][] common = new int[old.size() + 1][changed.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = changed.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(changed.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Line> shortened(List<Line> lines) {
        List<Line> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean near = lines.subList(Math.max(0, i - CONTEXT), Math.min(lines.size(), i + CONTEXT + 1)).stream()
                    .anyMatch(line -> line.kind() != Kind.SAME);
            if (near) {
                kept.add(lines.get(i));
            } else if (!kept.isEmpty() && kept.getLast().kind() != Kind.GAP) {
                kept.add(new Line(Kind.GAP, 0, 0, "…"));
            }
        }
        return kept;
    }
}
