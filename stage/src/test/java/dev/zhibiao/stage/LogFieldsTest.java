package dev.zhibiao.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogFieldsTest {

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void holdsWhileItIsOpenAndPutsBackWhatWasThere() {
        try (LogFields outer = LogFields.of("aa", SpanContext.getInvalid())) {
            try (LogFields inner = LogFields.of("bb", SpanContext.getInvalid())) {
                assertThat(MDC.get("reportId")).isEqualTo("bb");
            }
            assertThat(MDC.get("reportId")).isEqualTo("aa");
            assertThat(MDC.get("traceId")).isNull();
        }
        assertThat(MDC.get("reportId")).isNull();
    }

    @Test
    void saysNothingOfAReportThatIsNotKnown() {
        try (LogFields fields = LogFields.of(null, SpanContext.getInvalid())) {
            assertThat(MDC.getMap()).isEmpty();
        }
    }
}
