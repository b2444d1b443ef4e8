package dev.zhibiao.extract.stream;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Failure;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The way of records that were given up: {@code reports.failed}, with their bytes and headers unchanged. */
@ApplicationScoped
class FailedRecords {

    private final MutinyEmitter<byte[]> failed;

    // No more are under way than reports are read at once: the buffer cannot grow beyond that.
    FailedRecords(@Channel("failed") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> failed) {
        this.failed = failed;
    }

    /**
     * Done when the broker has acknowledged it.
     *
     * @param trace headers that name the trace; the original's stand as {@code original-…} as they came
     */
    Uni<Void> send(OriginalRecord original, GivenUpException why, Map<String, byte[]> trace) {
        Failure failure = new Failure(
                "extract",
                why.problem().code(),
                why.detail(),
                why.retryable(),
                why.attempts(),
                original.topic(),
                original.key());
        String id = EventType.FAILED.id(
                "extract", original.topic(), Integer.toString(original.partition()), Long.toString(original.offset()));
        Map<String, byte[]> headers =
                CloudEventHeaders.failed(failure, id, OutgoingRecord.SOURCE, Instant.now(), original.headers());
        headers.putAll(trace);
        return failed.sendMessage(OutgoingRecord.of(original.value(), original.key(), headers));
    }
}
