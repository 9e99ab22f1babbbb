package de.stadtgraph.snapshot.arq;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.Var;

/// Numbers for the variables of one query.
final class Slots {
    private final Map<Var, Integer> numbers = new HashMap<>();
    private final List<Var> variables = new ArrayList<>();
    private final BitSet hidden = new BitSet();

    int of(Var variable) {
        return numbers.computeIfAbsent(variable, each -> {
            variables.add(each);
            return variables.size() - 1;
        });
    }

    int[] of(Collection<Var> wanted) {
        return wanted.stream().mapToInt(this::of).toArray();
    }

    /// A variable that no query can name.
    int fresh() {
        int number = of(Var.alloc("/id" + variables.size()));
        hidden.set(number);
        return number;
    }

    /// Those of some variables that a query can name.
    int[] visible(int[] some) {
        return Arrays.stream(some).filter(each -> !hidden.get(each)).toArray();
    }

    Var variable(int number) {
        return variables.get(number);
    }
}
