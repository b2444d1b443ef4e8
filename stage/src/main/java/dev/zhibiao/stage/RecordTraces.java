package dev.zhibiao.stage;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The traces of Kafka records (W3C): named in their headers, and given on in the headers of what comes of them. */
@ApplicationScoped
public class RecordTraces {

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Function<String, byte[]>> FROM = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Function<String, byte[]> headers) {
            return W3C.fields();
        }

        @Override
        public @Nullable String get(@Nullable Function<String, byte[]> headers, String name) {
            byte[] value = headers == null ? null : headers.apply(name);
            return value == null ? null : new String(value, StandardCharsets.UTF_8);
        }
    };

    private final Tracer tracer;

    /** For the stage of that name. */
    public RecordTraces(OpenTelemetry openTelemetry, StageConfig config) {
        this.tracer = openTelemetry.getTracer("dev.zhibiao." + config.name());
    }

    /**
     * The work on a record, in the trace that the record names or in one of its own.
     *
     * @param headers the last header of a name, or null
     */
    public SpanBuilder processing(String topic, int partition, long offset, Function<String, byte[]> headers) {
        return messaging(topic, "process", SpanKind.CONSUMER)
                .setParent(W3C.extract(Context.root(), headers, FROM))
                .setAttribute("messaging.destination.partition.id", Integer.toString(partition))
                .setAttribute("messaging.kafka.offset", offset);
    }

    /** The sending of a record, in the current trace where nothing else is said. */
    public SpanBuilder sending(String topic) {
        return messaging(topic, "send", SpanKind.PRODUCER);
    }

    /** A piece of the work on records, in the current trace where nothing else is said. */
    public SpanBuilder span(String name) {
        return tracer.spanBuilder(name);
    }

    private SpanBuilder messaging(String topic, String operation, SpanKind kind) {
        return span(topic + " " + operation)
                .setSpanKind(kind)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic);
    }

    /** The headers by which a record is part of the context's trace; none where it has none. */
    public static Map<String, byte[]> headers(Context context) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        W3C.inject(context, headers, (into, name, value) -> headers.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
