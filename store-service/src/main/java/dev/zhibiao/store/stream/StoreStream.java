package dev.zhibiao.store.stream;

import dev.zhibiao.stage.InFlight;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * The three topics that a report's life is written from. A batch is acknowledged when the database has all of it and
 * the broker has what is told of it; after a kill at any moment it comes again, and writing it again changes nothing.
 */
@ApplicationScoped
class StoreStream {

    private final Batches batches;
    private final InFlight inFlight;
    private final ExtractedReports extracted;
    private final ReceivedReports received;
    private final FailedReports failed;

    StoreStream(
            Batches batches,
            InFlight inFlight,
            ExtractedReports extracted,
            ReceivedReports received,
            FailedReports failed) {
        this.batches = batches;
        this.inFlight = inFlight;
        this.extracted = extracted;
        this.received = received;
        this.failed = failed;
    }

    @Incoming("extracted")
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> extracted(Message<List<byte[]>> batch) {
        return inFlight.work(batch, () -> batches.write(StreamRecord.of(batch), extracted));
    }

    @Incoming("received")
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> received(Message<List<byte[]>> batch) {
        return inFlight.work(batch, () -> batches.write(StreamRecord.of(batch), received));
    }

    @Incoming("failed")
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> failed(Message<List<byte[]>> batch) {
        return inFlight.work(batch, () -> batches.write(StreamRecord.of(batch), failed));
    }
}
