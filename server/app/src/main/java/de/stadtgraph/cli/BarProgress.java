package de.stadtgraph.cli;

import de.stadtgraph.pipeline.Progress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Progress as bars, for a person at a terminal. One thread at a time.
final class BarProgress implements Progress {
    private static final int WIDTH = 100;

    private final PrintStream err;

    BarProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public Step start(String what, long total) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .setUpdateIntervalMillis(200)
                .build();
        return new Step() {
            @Override
            public void reach(long done) {
                bar.stepTo(done);
            }

            @Override
            public void close() {
                bar.stepTo(bar.getMax());
                bar.close();
            }
        };
    }
}
