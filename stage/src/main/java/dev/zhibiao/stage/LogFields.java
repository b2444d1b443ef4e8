package dev.zhibiao.stage;

import io.opentelemetry.api.trace.SpanContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What every line says that is logged meanwhile: in JSON under {@code mdc}, beside {@code stage}. */
public final class LogFields implements AutoCloseable {

    private final Map<String, @Nullable Object> before = new LinkedHashMap<>();

    private LogFields() {}

    /** Lines about this report in this trace. */
    public static LogFields of(@Nullable String reportId, SpanContext trace) {
        LogFields fields = new LogFields();
        if (reportId != null) {
            fields.put("reportId", reportId);
        }
        if (trace.isValid()) {
            fields.put("traceId", trace.getTraceId());
        }
        return fields;
    }

    private void put(String name, String value) {
        before.put(name, MDC.get(name));
        MDC.put(name, value);
    }

    @Override
    public void close() {
        before.forEach((name, value) -> {
            if (value == null) {
                MDC.remove(name);
            } else {
                MDC.put(name, value);
            }
        });
    }
}
