package dev.zhibiao.ingest.publish;

import dev.zhibiao.events.Topic;
import dev.zhibiao.ingest.document.RefusedException;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A document's trace (W3C): begun by the HTTP request or named by the submitted record, given on in the headers of what
 * is sent.
 */
@ApplicationScoped
class Traces {

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapSetter<Headers> INTO = (headers, name, value) -> {
        if (headers != null) {
            headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    };
    private static final TextMapGetter<Headers> FROM = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            List<String> names = new ArrayList<>();
            headers.forEach(header -> names.add(header.key()));
            return names;
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            Header header = headers == null ? null : headers.lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    };

    private final Tracer tracer;

    Traces(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("dev.zhibiao.ingest");
    }

    /** Works on a submitted record, in the trace that it names. */
    void processing(SubmittedRecord record, Runnable work) {
        Context sender = W3C.extract(Context.root(), record.headers(), FROM);
        Span span = tracer.spanBuilder(record.topic() + " process")
                .setParent(sender)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", record.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(record.partition()))
                .setAttribute("messaging.kafka.offset", record.offset())
                .startSpan();
        within(span, work);
    }

    /** Sends a record that names this trace in its headers; the span ends with the broker's acknowledgement. */
    void sending(Topic topic, Headers headers, Runnable work) {
        Span span = tracer.spanBuilder(topic.topicName() + " send")
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic.topicName())
                .startSpan();
        W3C.inject(Context.current().with(span), headers, INTO);
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
