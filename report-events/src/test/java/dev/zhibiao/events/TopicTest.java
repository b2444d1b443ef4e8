package dev.zhibiao.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {

    @ParameterizedTest
    @EnumSource(Topic.class)
    void keepsRecordsThirtyDaysOrForEver(Topic topic) {
        Duration retention = topic.retention();
        if (retention == null) {
            assertThat(topic.config())
                    .containsEntry("cleanup.policy", "compact")
                    .doesNotContainKey("retention.ms");
        } else {
            assertThat(retention).isGreaterThanOrEqualTo(Duration.ofDays(30)).isLessThan(Topic.OFFSETS_RETENTION);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"RECEIVED", "EXTRACTED", "FAILED"})
    void takesTheLargestTextEvenWhenEveryCharacterIsEscaped(Topic topic) {
        assertThat(topic.maxMessageBytes()).isGreaterThan(6 * Limits.TEXT_BYTES);
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"SUBMITTED", "FAILED"})
    void takesTheLargestDocument(Topic topic) {
        assertThat(topic.maxMessageBytes()).isGreaterThan(Limits.DOCUMENT_BYTES);
    }
}
