package dev.zhibiao.extract.stream;

import dev.zhibiao.stage.LogFields;
import dev.zhibiao.stage.RecordTraces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report's trace (W3C): named by the received record, given on in the headers of what comes of it. */
@ApplicationScoped
class Traces {

    private final RecordTraces traces;

    Traces(RecordTraces traces) {
        this.traces = traces;
    }

    /** The work on one record, in the trace that the record names or in one of its own. */
    Step begin(OriginalRecord record) {
        return new Step(
                traces.processing(record.topic(), record.partition(), record.offset(), record.headers()::get)
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
            return RecordTraces.headers(Context.root().with(span));
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
