package dev.zhibiao.events.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Everything that is logged meanwhile, with parameters and stack traces. */
public final class CapturedLog extends Handler implements AutoCloseable {

    private final StringWriter lines = new StringWriter();
    private final List<Map<String, String>> fields = new ArrayList<>();

    private CapturedLog() {}

    /** From now on, until it is closed. */
    public static CapturedLog start() {
        CapturedLog log = new CapturedLog();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    /** All of it. */
    public synchronized String text() {
        return lines.toString();
    }

    /** What each line says beside its message. */
    public synchronized List<Map<String, String>> fields() {
        return List.copyOf(fields);
    }

    @Override
    public synchronized void publish(LogRecord record) {
        PrintWriter out = new PrintWriter(lines);
        out.println(record.getMessage() + " " + Arrays.toString(record.getParameters()));
        if (record instanceof ExtLogRecord formatted) {
            out.println(formatted.getFormattedMessage());
            fields.add(Map.copyOf(formatted.getMdcCopy()));
        }
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(out);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
