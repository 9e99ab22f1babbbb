package de.stadtgraph.query;

import de.stadtgraph.federation.Federation;
import de.stadtgraph.federation.RemoteFailure;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/// Joins rows with what another portal knows of them, some rows at a time. One thread.
///
/// While it waits it looks whether the query is to end. A portal that fails ends the query, and with SERVICE SILENT the
/// answer tells that it is missing.
final class RemoteJoin extends QueryIter1 {
    private static final int ROWS_A_REQUEST = 50;
    private static final long LOOK_MILLIS = 50;
    private static final long ROW_BYTES = 400;

    private final RemotePart part;
    private final Federation federation;
    private final QueryMeter meter;
    private final Deque<Binding> ready = new ArrayDeque<>();
    private String asked = "";
    private List<Binding> answer = List.of();
    private boolean failed;

    RemoteJoin(
            RemotePart part, Federation federation, QueryMeter meter, QueryIterator input, ExecutionContext execution) {
        super(input, execution);
        this.part = part;
        this.federation = federation;
        this.meter = meter;
    }

    @Override
    protected boolean hasNextBinding() {
        while (ready.isEmpty() && getInput().hasNext()) {
            join(some());
        }
        return !ready.isEmpty();
    }

    @Override
    protected Binding moveToNextBinding() {
        return ready.remove();
    }

    private List<Binding> some() {
        List<Binding> rows = new ArrayList<>();
        while (rows.size() < ROWS_A_REQUEST && getInput().hasNext()) {
            rows.add(getInput().next());
        }
        return rows;
    }

    private void join(List<Binding> rows) {
        List<Binding> known = answer(rows);
        if (failed) {
            ready.addAll(rows);
            return;
        }
        for (Binding row : rows) {
            meter.step(known.size());
            for (Binding theirs : known) {
                Binding joined = Algebra.merge(row, theirs);
                if (joined != null) {
                    ready.add(joined);
                }
            }
        }
    }

    /// The same text is asked once.
    private List<Binding> answer(List<Binding> rows) {
        String text = part.text(rows);
        if (!failed && !text.equals(asked)) {
            meter.free(answer.size() * ROW_BYTES);
            answer = List.of();
            answer = ask(text);
            meter.hold(answer.size() * ROW_BYTES);
            asked = text;
        }
        return answer;
    }

    private List<Binding> ask(String text) {
        try {
            return aside(() -> federation.select(part.endpoint(), text)).stream()
                    .map(part::own)
                    .toList();
        } catch (RemoteFailure failure) {
            if (!part.silent()) {
                throw meter.fail(new ServerException(ErrorCode.SERVICE_FAILED, failure.why(), failure)
                        .with("service", part.endpoint()));
            }
            failed = true;
            meter.silenced(part.endpoint());
            return List.of();
        }
    }

    /// Whoever waits for another portal keeps nobody else waiting.
    private List<Binding> aside(Callable<List<Binding>> question) throws RemoteFailure {
        meter.stepAside();
        try {
            return watched(question);
        } finally {
            meter.comeBack();
        }
    }

    private List<Binding> watched(Callable<List<Binding>> question) throws RemoteFailure {
        var task = new FutureTask<>(question);
        Thread asking = Thread.ofVirtual().name("federation").start(task);
        try {
            while (true) {
                try {
                    return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    meter.check();
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RemoteFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            asking.interrupt();
        }
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {
        meter.free(answer.size() * ROW_BYTES);
        answer = List.of();
    }
}
