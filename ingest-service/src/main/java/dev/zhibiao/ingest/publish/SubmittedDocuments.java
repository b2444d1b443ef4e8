package dev.zhibiao.ingest.publish;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.stage.InFlight;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * The Kafka way in, {@code reports.submitted}: what HTTP would refuse goes to {@code reports.failed} with the same code,
 * and the partition moves on.
 */
@ApplicationScoped
class SubmittedDocuments {

    private final Receptions receptions;
    private final RefusedSubmissions refused;
    private final Patience patience;
    private final IngestMeters meters;
    private final Traces traces;
    private final InFlight inFlight;

    SubmittedDocuments(
            Receptions receptions,
            RefusedSubmissions refused,
            Patience patience,
            IngestMeters meters,
            Traces traces,
            InFlight inFlight) {
        this.receptions = receptions;
        this.refused = refused;
        this.patience = patience;
        this.meters = meters;
        this.traces = traces;
        this.inFlight = inFlight;
    }

    @Incoming("submitted")
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> submitted(Message<byte[]> message) {
        return inFlight.work(message, () -> {
            SubmittedRecord record = SubmittedRecord.of(message);
            traces.processing(record, () -> take(record));
        });
    }

    private void take(SubmittedRecord record) {
        try {
            Declared declared = record.declared();
            patience.untilTheBrokerAnswers(() -> {
                Reception reception = receptions.receive(record.document(), declared.source(), declared.hints());
                meters.taken(reception, IngestMeters.Way.KAFKA);
            });
        } catch (RefusedException e) {
            refused.tell(record, e.problem(), e.detail());
        } catch (RuntimeException e) {
            refused.tell(record, Problem.INTERNAL, e.getClass().getSimpleName());
        }
    }
}
