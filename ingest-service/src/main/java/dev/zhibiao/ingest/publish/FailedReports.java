package dev.zhibiao.ingest.publish;

import dev.zhibiao.stage.InFlight;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Lets reports in again that a later stage gave up. */
@ApplicationScoped
class FailedReports {

    private final Receptions receptions;
    private final Patience patience;
    private final InFlight inFlight;

    FailedReports(Receptions receptions, Patience patience, InFlight inFlight) {
        this.receptions = receptions;
        this.patience = patience;
        this.inFlight = inFlight;
    }

    @Incoming("failed")
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> failed(Message<byte[]> record) {
        Object key = record.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(IncomingKafkaRecordMetadata::getKey)
                .orElse(null);
        return inFlight.work(record, () -> {
            if (key != null) {
                patience.untilTheBrokerAnswers(() -> receptions.failed(key.toString()));
            }
        });
    }
}
