package dev.zhibiao.local;

import java.io.Closeable;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a long command is: a bar with rate and remaining time on a terminal, a line a step when piped. */
final class Progress implements Closeable {

    /** The number of steps of a task that nobody has counted yet. */
    static final int UNKNOWN = -1;

    private final PrintWriter lines;
    private final @Nullable ProgressBar bar;

    private Progress(PrintWriter lines, @Nullable ProgressBar bar) {
        this.lines = lines;
        this.bar = bar;
    }

    /**
     * Begins.
     *
     * @param steps how many there will be, or {@link #UNKNOWN}
     * @param lines take what is said when there is no terminal
     */
    static Progress of(String task, int steps, PrintWriter lines) {
        boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
        return new Progress(
                lines,
                terminal
                        ? new ProgressBarBuilder()
                                .setTaskName(task)
                                .setInitialMax(steps)
                                .showSpeed(new DecimalFormat("0.0"))
                                .build()
                        : null);
    }

    /** Counts steps that were done before. */
    void startAt(int steps) {
        if (bar != null) {
            bar.stepTo(steps);
        }
    }

    /** Learns the number of steps while they are being taken; without a terminal nobody wants to know. */
    void totalWhenCounted(LongSupplier count) {
        if (bar == null) {
            return;
        }
        Thread counting = new Thread(() -> bar.maxHint(count.getAsLong()), "count");
        counting.setDaemon(true);
        counting.start();
    }

    /** Says something beside the bar. */
    void note(String text) {
        if (bar != null) {
            bar.setExtraMessage(" " + text);
        }
    }

    synchronized void step(String line) {
        if (bar == null) {
            lines.println(line);
            lines.flush();
        } else {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
