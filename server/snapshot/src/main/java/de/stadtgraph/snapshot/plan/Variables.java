package de.stadtgraph.snapshot.plan;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Sets of variables as rising arrays of numbers. Stateless.
public final class Variables {
    private Variables() {}

    public static int[] union(int[] one, int[] two) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(two))
                .sorted()
                .distinct()
                .toArray();
    }

    public static int[] shared(int[] one, int[] two) {
        return Arrays.stream(one).filter(each -> contains(two, each)).toArray();
    }

    public static boolean contains(int[] variables, int variable) {
        return Arrays.stream(variables).anyMatch(each -> each == variable);
    }

    public static boolean containsAll(int[] variables, int[] wanted) {
        return Arrays.stream(wanted).allMatch(each -> contains(variables, each));
    }

    /// Where each of the wanted variables stands in a layout.
    public static int[] places(int[] layout, int[] wanted) {
        int[] places = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            places[i] = place(layout, wanted[i]);
        }
        return places;
    }

    /// Where a variable stands in a layout, or -1.
    public static int place(int[] layout, int variable) {
        for (int i = 0; i < layout.length; i++) {
            if (layout[i] == variable) {
                return i;
            }
        }
        return -1;
    }

    /// A layout with further variables behind it, each once.
    public static int[] appended(int[] layout, int[] more) {
        return IntStream.concat(Arrays.stream(layout), Arrays.stream(more))
                .distinct()
                .toArray();
    }

    /// Some variables without others.
    public static int[] without(int[] variables, int[] others) {
        return Arrays.stream(variables).filter(each -> !contains(others, each)).toArray();
    }
}
