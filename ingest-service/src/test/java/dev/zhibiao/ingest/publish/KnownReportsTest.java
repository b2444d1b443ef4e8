package dev.zhibiao.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.KnownReport;
import dev.zhibiao.events.Topic;
import dev.zhibiao.stage.StageMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What this replica wrote and what the topic says, in whichever order they come. */
class KnownReportsTest {

    private static final KnownReport ONE = new KnownReport("received", List.of("a"));
    private static final KnownReport TWO = new KnownReport("received", List.of("a", "b"));
    private static final KnownReport THREE = new KnownReport("received", List.of("a", "b", "c"));

    private final MeterRegistry registry = new SimpleMeterRegistry();
    // Nothing is started.
    private final KnownReports known = new KnownReports(
            new BrokerConfig(Map.of()), new IngestMeters(registry, new StageMeters(registry, ReceptionsTest.STAGE)));

    @Test
    void keepsWhatWasJustWrittenWhenAnEarlierRecordComes() {
        known.note("r", TWO, 5);
        known.take(record(4, ONE));
        assertThat(known.find("r")).contains(TWO);
        known.take(record(3, null));
        assertThat(known.find("r")).contains(TWO);
    }

    @Test
    void takesWhatAnotherReplicaWroteLater() {
        known.take(record(6, THREE));
        known.note("r", TWO, 5);
        assertThat(known.find("r")).contains(THREE);
        known.take(record(7, ONE));
        assertThat(known.find("r")).contains(ONE);
        known.take(record(8, null));
        assertThat(known.find("r")).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> record(long offset, @Nullable KnownReport report) {
        return new ConsumerRecord<>(
                Topic.KNOWN.topicName(), 0, offset, "r", report == null ? null : EventJson.write(report));
    }
}
