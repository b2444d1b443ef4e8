package dev.zhibiao.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudEventHeadersTest {

    private static final Instant TIME = Instant.parse("2026-02-03T04:05:06Z");

    @Test
    void carriesTheFourRequiredAttributesSubjectAndTime() {
        Map<String, byte[]> headers =
                CloudEventHeaders.of(EventType.STORED, "id-1", "/zhibiao/store", "subject-1", TIME);

        assertThat(CloudEventHeaders.attributes(headers))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "specversion", "1.0",
                        "id", "id-1",
                        "type", "dev.zhibiao.report.stored.v1",
                        "source", "/zhibiao/store",
                        "subject", "subject-1",
                        "time", "2026-02-03T04:05:06Z"));
        assertThat(headers.get("content-type")).asString(StandardCharsets.UTF_8).isEqualTo("application/json");
    }

    @Test
    void givesTheFailureBackAndKeepsTheOriginalHeadersToTheByte() {
        Failure failure = new Failure("extract", "internal", "第一次", true, 3, "reports.received", "key");
        byte[] original = {0, (byte) 0xff};

        Map<String, byte[]> headers =
                CloudEventHeaders.failed(failure, "id-1", "/zhibiao/extract", TIME, Map.of("ce_id", original));

        assertThat(Failure.from(CloudEventHeaders.attributes(headers))).isEqualTo(failure);
        assertThat(headers.get("original-ce_id")).isEqualTo(original);
        assertThat(headers.get("ce_id")).asString(StandardCharsets.UTF_8).isEqualTo("id-1");
    }
}
