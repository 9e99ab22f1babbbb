package de.stadtgraph.snapshot.stats;

import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.column.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts subjects and what the instances of each class say, in one pass over `spo`. One thread.
final class ClassCounter {
    static final int MAX_PAIRS = 200_000;

    private final QuadIndex index;
    private final long typePredicate;
    private final PairCounts pairs = new PairCounts();
    private final Map<Long, Integer> classNumbers = new HashMap<>();
    private final List<Long> classIds = new ArrayList<>();
    private final long[] predicateIds;
    private long[] instances = new long[64];
    private int[] classes = new int[16];
    private int classCount;
    private int[] predicates = new int[64];
    private long[] predicateRows = new long[64];
    private int predicateCount;
    private long lastPredicate;
    private long lastClass;
    private int lastClassNumber;
    private long subjects;

    /// @param typePredicate id of `rdf:type`, 0 when there is none
    /// @param predicateIds all predicates in rising order
    ClassCounter(QuadIndex index, long typePredicate, long[] predicateIds) {
        this.index = index;
        this.typePredicate = typePredicate;
        this.predicateIds = predicateIds;
    }

    long subjects() {
        return subjects;
    }

    List<ClassStatistics> count() {
        Scan scan = index.scan(
                Order.SPO,
                index.permutation(Order.SPO).all(),
                (1 << Order.SUBJECT) | (1 << Order.PREDICATE) | (1 << Order.OBJECT));
        long subject = 0;
        for (int rows = scan.next(); rows > 0; rows = scan.next()) {
            long[] s = scan.column(Order.SUBJECT);
            long[] p = scan.column(Order.PREDICATE);
            long[] o = scan.column(Order.OBJECT);
            for (int i = 0; i < rows; i++) {
                if (s[i] != subject) {
                    endSubject();
                    subject = s[i];
                    subjects++;
                }
                note(p[i], o[i]);
            }
        }
        endSubject();
        return result();
    }

    private void note(long predicate, long object) {
        if (predicate != lastPredicate || predicateCount == 0) {
            lastPredicate = predicate;
            if (predicateCount == predicates.length) {
                predicates = Arrays.copyOf(predicates, 2 * predicateCount);
                predicateRows = Arrays.copyOf(predicateRows, 2 * predicateCount);
            }
            predicates[predicateCount] = Arrays.binarySearch(predicateIds, predicate);
            predicateRows[predicateCount++] = 0;
        }
        predicateRows[predicateCount - 1]++;
        if (predicate == typePredicate) {
            if (classCount == classes.length) {
                classes = Arrays.copyOf(classes, 2 * classCount);
            }
            classes[classCount++] = classNumber(object);
        }
    }

    private int classNumber(long type) {
        if (type != lastClass) {
            lastClass = type;
            lastClassNumber = classNumbers.computeIfAbsent(type, id -> {
                classIds.add(id);
                return classIds.size() - 1;
            });
        }
        return lastClassNumber;
    }

    private void endSubject() {
        for (int i = 0; i < classCount; i++) {
            if (classes[i] >= instances.length) {
                instances = Arrays.copyOf(instances, 2 * classes[i]);
            }
            instances[classes[i]]++;
            for (int j = 0; j < predicateCount; j++) {
                pairs.add(classes[i], predicates[j], predicateRows[j]);
            }
        }
        classCount = 0;
        predicateCount = 0;
    }

    private List<ClassStatistics> result() {
        Map<Integer, List<ClassStatistics.Property>> properties = new HashMap<>();
        for (long pair : pairs.keys()) {
            var property =
                    new ClassStatistics.Property(predicateIds[(int) pair], pairs.triples(pair), pairs.subjects(pair));
            properties
                    .computeIfAbsent((int) (pair >>> 32), _ -> new ArrayList<>())
                    .add(property);
        }
        List<ClassStatistics> all = new ArrayList<>();
        for (int number = 0; number < classIds.size(); number++) {
            all.add(new ClassStatistics(
                    classIds.get(number), instances[number], properties.getOrDefault(number, List.of())));
        }
        return withoutRarest(all);
    }

    private static List<ClassStatistics> withoutRarest(List<ClassStatistics> all) {
        all.sort(Comparator.comparingLong(ClassStatistics::instances)
                .reversed()
                .thenComparingLong(ClassStatistics::type));
        List<ClassStatistics> kept = new ArrayList<>();
        int left = MAX_PAIRS;
        for (ClassStatistics one : all) {
            left -= one.predicates().size();
            kept.add(left >= 0 ? one : new ClassStatistics(one.type(), one.instances(), List.of()));
        }
        kept.sort(Comparator.comparingLong(ClassStatistics::type));
        return kept;
    }
}
