package dev.zhibiao.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.DecodedDocument;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.stage.RecordTraces;
import dev.zhibiao.stage.StageConfig;
import dev.zhibiao.stage.StageMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** While a replica has not read yet what is known. */
class ReceptionsTest {

    private record Stage(String name, Duration grace) implements StageConfig {}

    static final StageConfig STAGE = new Stage("ingest", Duration.ZERO);
    private static final IngestConfig CONFIG = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .withMapping(IngestConfig.class)
            .withDefaultValues(Map.of("zhibiao.ingest.broker-timeout", "200ms"))
            .build()
            .getConfigMapping(IngestConfig.class);

    // Nobody listens there, and nothing is started.
    private final BrokerConfig broker = new BrokerConfig(Map.of("bootstrap.servers", "127.0.0.1:1"));
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final IngestMeters meters = new IngestMeters(registry, new StageMeters(registry, STAGE));
    private final Receptions receptions = new Receptions(
            new EventProducer(broker, CONFIG, new Traces(new RecordTraces(OpenTelemetry.noop(), STAGE))),
            new KnownReports(broker, meters),
            CONFIG,
            (document, textBytes) -> new DecodedDocument("", "text/plain", null),
            meters);

    @Test
    void takesNoDocument() {
        assertNotYet(() -> receptions.receive("青原县".getBytes(StandardCharsets.UTF_8), null, null));
    }

    /** Passed over, the report would be a duplicate for ever, although no stage has it. */
    @Test
    void passesNoFailureOver() {
        assertNotYet(() -> receptions.failed("00000000000000000000000000000000"));
    }

    private static void assertNotYet(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(Problem.BROKER_UNAVAILABLE);
            assertThat(refused.detail()).isEqualTo("earlier reports are not known yet");
        });
    }
}
