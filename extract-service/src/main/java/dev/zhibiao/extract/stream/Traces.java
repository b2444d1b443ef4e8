package dev.zhibiao.extract.stream;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report's trace (W3C): named by the received record, given on in the headers of what comes of it. */
@ApplicationScoped
class Traces {

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Map<String, byte[]>> FROM = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, byte[]> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, byte[]> headers, String name) {
            byte[] value = headers == null ? null : headers.get(name);
            return value == null ? null : new String(value, StandardCharsets.UTF_8);
        }
    };

    private final Tracer tracer;

    Traces(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("dev.zhibiao.extract");
    }

    /** The work on one record, in the trace that the record names or in one of its own. */
    Step begin(OriginalRecord record) {
        Context sender = W3C.extract(Context.root(), record.headers(), FROM);
        return new Step(
                tracer.spanBuilder(record.topic() + " process")
                        .setParent(sender)
                        .setSpanKind(SpanKind.CONSUMER)
                        .setAttribute("messaging.system", "kafka")
                        .setAttribute("messaging.destination.name", record.topic())
                        .setAttribute("messaging.destination.partition.id", Integer.toString(record.partition()))
                        .setAttribute("messaging.kafka.offset", record.offset())
                        .setAttribute("zhibiao.report.id", String.valueOf(record.key()))
                        .startSpan(),
                record.key());
    }

    /**
     * One record under way.
     *
     * @param span ended with the work, before the broker has what came of it
     * @param reportId the record's key
     */
    record Step(Span span, @Nullable String reportId) implements AutoCloseable {

        /** The headers by which what comes of it is part of the same trace. */
        Map<String, byte[]> headers() {
            Map<String, byte[]> headers = new LinkedHashMap<>();
            W3C.inject(
                    Context.root().with(span),
                    headers,
                    (into, name, value) -> headers.put(name, value.getBytes(StandardCharsets.UTF_8)));
            return headers;
        }

        /** For the lines that are logged about it. */
        LogFields logFields() {
            return LogFields.of(reportId, span.getSpanContext());
        }

        void failed(String code) {
            span.setStatus(StatusCode.ERROR, code);
        }

        @Override
        public void close() {
            span.end();
        }
    }
}
