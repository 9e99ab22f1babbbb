package de.stadtgraph.snapshot.stats;

import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.QuadIndex;
import de.stadtgraph.snapshot.column.Range;
import de.stadtgraph.snapshot.column.Scan;
import de.stadtgraph.snapshot.term.TermId;
import java.util.ArrayList;
import java.util.List;

/// Counts what the triples of one predicate are. One thread.
final class PredicateCounter {
    private final QuadIndex index;
    private final Languages languages;
    private final DistinctTerms seen;

    PredicateCounter(QuadIndex index, Languages languages, DistinctTerms seen) {
        this.index = index;
        this.languages = languages;
        this.seen = seen;
    }

    PredicateStatistics count(long predicate) {
        long[] triplesAndSubjects = countSubjects(predicate);
        var objects = new ObjectCounter();
        Range range = index.permutation(Order.POS).range(predicate);
        Scan scan = index.scan(Order.POS, range, 1 << Order.OBJECT);
        for (int rows = scan.next(); rows > 0; rows = scan.next()) {
            objects.add(scan.column(Order.OBJECT), rows);
        }
        objects.endRun();
        return new PredicateStatistics(
                predicate,
                triplesAndSubjects[0],
                triplesAndSubjects[1],
                objects.different,
                objects.tags(),
                languages.counted(objects.languageRows));
    }

    private long[] countSubjects(long predicate) {
        Scan scan = index.scan(Order.PSO, index.permutation(Order.PSO).range(predicate), 1 << Order.SUBJECT);
        long triples = 0;
        long subjects = 0;
        long before = 0;
        for (int rows = scan.next(); rows > 0; rows = scan.next()) {
            long[] values = scan.column(Order.SUBJECT);
            triples += rows;
            for (int i = 0; i < rows; i++) {
                subjects += values[i] == before ? 0 : 1;
                before = values[i];
            }
        }
        return new long[] {triples, subjects};
    }

    /// Takes objects in rising order, run by run.
    private final class ObjectCounter {
        private final long[] triples = new long[TermId.TAGS];
        private final long[] min = new long[TermId.TAGS];
        private final long[] max = new long[TermId.TAGS];
        private final int[] zones = new int[TermId.TAGS];
        private final int[] digits = new int[TermId.TAGS];
        private final long[] languageRows = languages.newCounts();
        private long different;
        private long object;
        private long run;

        void add(long[] values, int rows) {
            for (int i = 0; i < rows; i++) {
                if (values[i] != object) {
                    endRun();
                    object = values[i];
                    run = 0;
                }
                run++;
            }
        }

        void endRun() {
            if (run == 0) {
                return;
            }
            int tag = TermId.tag(object);
            boolean first = triples[tag] == 0;
            different++;
            triples[tag] += run;
            min[tag] = first ? object : min[tag];
            max[tag] = object;
            zones[tag] = same(first, zones[tag], tag == TermId.ZONED_DATE_TIME ? TermId.zone(object) : -1);
            digits[tag] = same(first, digits[tag], writtenDigits(tag, object));
            seen.add(object);
            if (tag == TermId.LANG_STRING) {
                languages.add(languageRows, object, run);
            }
        }

        List<PredicateStatistics.Tag> tags() {
            var tags = new ArrayList<PredicateStatistics.Tag>();
            for (int tag = 1; tag < TermId.TAGS; tag++) {
                if (triples[tag] > 0) {
                    tags.add(new PredicateStatistics.Tag(
                            tag, triples[tag], min[tag], max[tag], zones[tag], digits[tag]));
                }
            }
            return tags;
        }
    }

    private static int same(boolean first, int before, int now) {
        return first || before == now ? now : -1;
    }

    private static int writtenDigits(int tag, long object) {
        return switch (tag) {
            case TermId.ZONED_DATE_TIME, TermId.LOCAL_DATE_TIME -> TermId.fractionDigits(object);
            case TermId.DECIMAL -> TermId.decimalDigits(object);
            default -> -1;
        };
    }
}
