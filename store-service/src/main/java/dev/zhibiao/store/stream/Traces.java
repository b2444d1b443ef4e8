package dev.zhibiao.store.stream;

import dev.zhibiao.stage.LogFields;
import dev.zhibiao.stage.RecordTraces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The traces of reports (W3C): each record of a batch goes on with its own, and what is told of a report is told in it.
 * What belongs to the thread that writes a batch is found through {@link Context#current()}.
 */
@ApplicationScoped
class Traces {

    private static final ContextKey<Batch> BATCH = ContextKey.named("zhibiao-batch");

    private final RecordTraces traces;

    Traces(RecordTraces traces) {
        this.traces = traces;
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
        return traces.processing(record.topic(), record.partition(), record.offset(), record.headers()::get)
                .setAttribute("messaging.batch.message_count", batchSize)
                .setAttribute("zhibiao.report.id", String.valueOf(record.key()))
                .startSpan();
    }

    /** A write to the database for these reports, a span in the trace of each. */
    void writing(Collection<String> reportIds, Runnable write) {
        List<Span> spans = reportIds.stream()
                .map(id -> traces.span("mongodb bulkWrite")
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
        return traces.sending(topic)
                .setParent(of(reportId))
                .setAttribute("zhibiao.report.id", reportId)
                .startSpan();
    }

    /** The record was given up. */
    void failed(StreamRecord record, String code) {
        Span.fromContext(of(record)).setStatus(StatusCode.ERROR, code);
    }

    /** The headers that name the trace of a record. */
    Map<String, byte[]> headers(StreamRecord record) {
        return RecordTraces.headers(of(record));
    }

    /** The headers that name the trace which a span is of. */
    Map<String, byte[]> headers(Span span) {
        return RecordTraces.headers(Context.root().with(span));
    }

    /** The headers that name the trace of the current request. */
    Map<String, byte[]> headers() {
        return RecordTraces.headers(Context.current());
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
