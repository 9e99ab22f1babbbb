package de.stadtgraph.snapshot.arq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.Var;

/// Numbers for the variables of one query.
final class Slots {
    private final Map<Var, Integer> numbers = new HashMap<>();
    private final List<Var> variables = new ArrayList<>();

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
        return of(Var.alloc("/id" + variables.size()));
    }

    Var variable(int number) {
        return variables.get(number);
    }
}
