package dev.zhibiao.store.stream;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The traces of reports (W3C): each record of a batch goes on with its own, and what is told of a report is told in it.
 * What belongs to the thread that writes a batch is found through {@link Context#current()}.
 */
@ApplicationScoped
class Traces {

    private static final ContextKey<Batch> BATCH = ContextKey.named("zhibiao-batch");
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
        this.tracer = openTelemetry.getTracer("dev.zhibiao.store");
    }

    /** The spans of a batch's records; a report's is that of the last record with its key. */
    private record Batch(Map<StreamRecord, Span> byRecord, Map<String, Span> byReport) {}

    /** Works on a batch in this thread, each record in the trace that it names or in one of its own. */
    void during(List<StreamRecord> records, Runnable work) {
        Batch batch = new Batch(new IdentityHashMap<>(), new HashMap<>());
        for (StreamRecord record : records) {
            Span span = process(record, records.size());
            batch.byRecord().put(record, span);
            if (record.key() != null) {
                batch.byReport().put(record.key(), span);
            }
        }
        try (Scope scope = Context.root().with(BATCH, batch).makeCurrent()) {
            work.run();
        } finally {
            batch.byRecord().values().forEach(Span::end);
        }
    }

    private Span process(StreamRecord record, int batchSize) {
        return tracer.spanBuilder(record.topic() + " process")
                .setParent(W3C.extract(Context.root(), record.headers(), FROM))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", record.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(record.partition()))
                .setAttribute("messaging.kafka.offset", record.offset())
                .setAttribute("messaging.batch.message_count", batchSize)
                .setAttribute("zhibiao.report.id", String.valueOf(record.key()))
                .startSpan();
    }

    /** A write to the database for these reports, a span in the trace of each. */
    void writing(Collection<String> reportIds, Runnable write) {
        List<Span> spans = reportIds.stream()
                .map(id -> tracer.spanBuilder("mongodb bulkWrite")
                        .setParent(of(id))
                        .setSpanKind(SpanKind.CLIENT)
                        .setAttribute("db.system.name", "mongodb")
                        .setAttribute("db.operation.name", "bulkWrite")
                        .setAttribute("db.operation.batch.size", reportIds.size())
                        .setAttribute("zhibiao.report.id", id)
                        .startSpan())
                .toList();
        try {
            write.run();
        } catch (RuntimeException e) {
            spans.forEach(span -> span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName()));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    /** What is told of a report; to be ended when the broker has it. */
    Span telling(String topic, String reportId) {
        return tracer.spanBuilder(topic + " send")
                .setParent(of(reportId))
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .setAttribute("zhibiao.report.id", reportId)
                .startSpan();
    }

    /** The record was given up. */
    void failed(StreamRecord record, String code) {
        Span.fromContext(of(record)).setStatus(StatusCode.ERROR, code);
    }

    /** The headers that name the trace of a record. */
    Map<String, byte[]> headers(StreamRecord record) {
        return headers(of(record));
    }

    /** The headers that name the trace which a span is of. */
    Map<String, byte[]> headers(Span span) {
        return headers(Context.root().with(span));
    }

    /** The headers that name the trace of the current request. */
    Map<String, byte[]> headers() {
        return headers(Context.current());
    }

    private static Map<String, byte[]> headers(Context context) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        W3C.inject(context, headers, (into, name, value) -> headers.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    /** For the lines that are logged about a record. */
    LogFields logFields(StreamRecord record) {
        return LogFields.of(record.key(), Span.fromContext(of(record)).getSpanContext());
    }

    /** For the lines that are logged about a report. */
    LogFields logFields(String reportId) {
        return LogFields.of(reportId, Span.fromContext(of(reportId)).getSpanContext());
    }

    private static Context of(StreamRecord record) {
        Batch batch = Context.current().get(BATCH);
        Span span = batch == null ? null : batch.byRecord().get(record);
        return span == null ? Context.root() : Context.root().with(span);
    }

    /** Outside of a batch that of the request: what an operator does is told in the operator's trace. */
    private static Context of(String reportId) {
        Batch batch = Context.current().get(BATCH);
        if (batch == null) {
            return Context.current();
        }
        Span span = batch.byReport().get(reportId);
        return span == null ? Context.root() : Context.root().with(span);
    }
}
