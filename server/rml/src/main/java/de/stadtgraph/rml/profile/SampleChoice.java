package de.stadtgraph.rml.profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Chooses the records of the sample while they pass: the first, the last, and the first of each form of each field.
/// Not thread-safe.
final class SampleChoice {
    private static final int ENDS = 5;
    private static final int FORMS = ValueForm.values().length;

    private final int most;
    private final List<SampleRecord> first = new ArrayList<>();
    private final List<SampleRecord> odd = new ArrayList<>();
    private final Deque<SampleRecord> last = new ArrayDeque<>();
    private final BitSet seen = new BitSet();

    SampleChoice(int most) {
        this.most = most;
    }

    /// @param forms the form of each field in this record
    @SuppressWarnings("EnumOrdinal") // a bit a field and form, for millions of records
    void offer(SampleRecord record, List<ValueForm> forms) {
        boolean news = false;
        for (int field = 0; field < forms.size(); field++) {
            int sight = field * FORMS + forms.get(field).ordinal();
            news |= !seen.get(sight);
            seen.set(sight);
        }
        if (first.size() < Math.min(ENDS, most)) {
            first.add(record);
        } else if (news && odd.size() < most - 2 * ENDS) {
            odd.add(record);
        } else {
            last.addLast(record);
            if (last.size() > ENDS) {
                last.removeFirst();
            }
        }
    }

    List<SampleRecord> chosen() {
        List<SampleRecord> all = new ArrayList<>(first);
        all.addAll(odd);
        all.addAll(last);
        all.sort(Comparator.comparingLong(SampleRecord::number));
        return all.subList(0, Math.min(most, all.size()));
    }
}
