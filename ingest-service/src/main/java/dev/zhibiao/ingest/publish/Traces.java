package dev.zhibiao.ingest.publish;

import dev.zhibiao.events.Topic;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.stage.RecordTraces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A document's trace (W3C): begun by the HTTP request or named by the submitted record, given on in the headers of what
 * is sent.
 */
@ApplicationScoped
class Traces {

    private final RecordTraces traces;

    Traces(RecordTraces traces) {
        this.traces = traces;
    }

    /** Works on a submitted record, in the trace that it names. */
    void processing(SubmittedRecord record, Runnable work) {
        within(
                traces.processing(record.topic(), record.partition(), record.offset(), name -> {
                            Header header = record.headers().lastHeader(name);
                            return header == null ? null : header.value();
                        })
                        .startSpan(),
                work);
    }

    /** Sends a record that names this trace in its headers; the span ends with the broker's acknowledgement. */
    void sending(Topic topic, Headers headers, Runnable work) {
        Span span = traces.sending(topic.topicName()).startSpan();
        RecordTraces.headers(Context.current().with(span))
                .forEach((name, value) -> headers.remove(name).add(name, value));
        within(span, work);
    }

    private static void within(Span span, Runnable work) {
        try (Scope scope = span.makeCurrent()) {
            work.run();
        } catch (RefusedException e) {
            span.setStatus(StatusCode.ERROR, e.problem().code());
            throw e;
        } catch (RuntimeException e) {
            // Not its message, which may quote the document.
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }
}
