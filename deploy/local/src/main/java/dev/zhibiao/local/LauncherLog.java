package dev.zhibiao.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Broker and database write to a file: what they say is of use only when something is wrong. */
final class LauncherLog {

    private static final int LIMIT_BYTES = 16 << 20;

    private LauncherLog() {}

    /** For commands without a log: what the Kafka client says beside the answer is no use on a terminal. */
    static void notOnTheTerminal() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                root.removeHandler(handler);
            }
        }
    }

    static void writeTo(Path file) {
        try {
            // Percent signs are patterns to the handler.
            FileHandler handler = new FileHandler(file.toString().replace("%", "%%"), LIMIT_BYTES, 1, false);
            handler.setFormatter(new SimpleFormatter());
            handler.setEncoding("UTF-8");
            handler.setLevel(Level.INFO);
            Logger root = Logger.getLogger("");
            for (Handler other : root.getHandlers()) {
                root.removeHandler(other);
                other.close();
            }
            root.addHandler(handler);
        } catch (IOException e) {
            throw new CannotRunException(e, "data.unusable", file, Reason.of(e));
        }
    }
}
