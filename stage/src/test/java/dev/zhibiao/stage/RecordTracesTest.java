package dev.zhibiao.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordTracesTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    // One that records nothing passes the parent on.
    private final RecordTraces traces = new RecordTraces(OpenTelemetry.noop(), new TestStage("store", Duration.ZERO));

    @Test
    void goesOnInTheTraceThatARecordNames() {
        assertThat(processing(Map.of("traceparent", utf8(PARENT)))
                        .getSpanContext()
                        .getTraceId())
                .isEqualTo(TRACE);
    }

    @Test
    void readsNoTraceWhereARecordNamesNone() {
        assertThat(processing(Map.of()).getSpanContext().isValid()).isFalse();
        assertThat(processing(Map.of("traceparent", utf8("00-none")))
                        .getSpanContext()
                        .isValid())
                .isFalse();
        assertThat(processing(Map.of("traceparent", new byte[0]))
                        .getSpanContext()
                        .isValid())
                .isFalse();
    }

    @Test
    void namesTheTraceAsItWasNamed() {
        Map<String, byte[]> named = Map.of("traceparent", utf8(PARENT), "tracestate", utf8("vendor=1"));
        Map<String, byte[]> headers = RecordTraces.headers(Context.root().with(processing(named)));
        assertThat(headers).containsOnlyKeys("traceparent", "tracestate");
        assertThat(headers.get("traceparent")).asString().isEqualTo(PARENT);
        assertThat(RecordTraces.headers(Context.root())).isEmpty();
    }

    private Span processing(Map<String, byte[]> headers) {
        return traces.processing("reports.received", 0, 1, headers::get).startSpan();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
