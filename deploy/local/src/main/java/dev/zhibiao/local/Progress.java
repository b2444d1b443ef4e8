package dev.zhibiao.local;

import java.io.Closeable;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a long command is: a bar on a terminal, a line a step when piped. */
final class Progress implements Closeable {

    private final PrintWriter lines;
    private final @Nullable ProgressBar bar;

    private Progress(PrintWriter lines, @Nullable ProgressBar bar) {
        this.lines = lines;
        this.bar = bar;
    }

    /**
     * Begins.
     *
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
                                .build()
                        : null);
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
