package dev.zhibiao.ingest.publish;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Problem;
import dev.zhibiao.events.Topic;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.stage.StageMeters;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends submitted records that were refused to {@code reports.failed}: key, bytes and headers as they came. */
@ApplicationScoped
class RefusedSubmissions {

    private static final Logger LOG = Logger.getLogger(RefusedSubmissions.class);
    private static final String CONTENT_TYPE = "content-type";

    private final EventProducer producer;
    private final Patience patience;
    private final StageMeters stage;
    private final IngestMeters meters;

    RefusedSubmissions(EventProducer producer, Patience patience, StageMeters stage, IngestMeters meters) {
        this.producer = producer;
        this.patience = patience;
        this.stage = stage;
        this.meters = meters;
    }

    /** Returns when the broker has it. */
    void tell(SubmittedRecord record, Problem problem, String detail) {
        if (problem == Problem.BROKER_UNAVAILABLE) {
            // Only while stopping: the record is not acknowledged and comes again.
            throw new IllegalStateException("stopped while the broker was away");
        }
        Span.current().setStatus(StatusCode.ERROR, problem.code());
        LOG.warnf(
                "stage=ingest topic=%s partition=%d offset=%d code=%s detail=%s",
                record.topic(), record.partition(), record.offset(), problem.code(), detail);
        try {
            send(record, problem, detail, record.value());
        } catch (RefusedException e) {
            if (e.problem() != Problem.LIMIT_EXCEEDED) {
                throw e;
            }
            // Compressed it came through the broker's limit, plain it is beyond the client's.
            send(record, problem, detail + "; too large to be repeated here: " + record.place(), null);
        }
        meters.refused(problem, IngestMeters.Way.KAFKA);
        stage.failed(problem);
    }

    private void send(SubmittedRecord record, Problem problem, String detail, byte @Nullable [] value) {
        Headers headers = headers(record, problem, detail);
        patience.untilTheBrokerAnswers(() -> producer.send(Topic.FAILED, record.key(), value, headers));
    }

    private static Headers headers(SubmittedRecord record, Problem problem, String detail) {
        String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        Failure failure = new Failure("ingest", problem.code(), detail, false, 1, record.topic(), key);
        String id = EventType.FAILED.id(
                "ingest", record.topic(), Integer.toString(record.partition()), Long.toString(record.offset()));
        Header type = record.headers().lastHeader(CONTENT_TYPE);
        Map<String, byte[]> original =
                type == null || type.value() == null ? Map.of() : Map.of(CONTENT_TYPE, type.value());
        Headers headers = new RecordHeaders();
        CloudEventHeaders.failed(failure, id, "/zhibiao/ingest", Instant.now(), original)
                .forEach(headers::add);
        // All of them, repeated ones and empty ones too, which a map would lose.
        headers.remove(Failure.ORIGINAL_HEADER_PREFIX + CONTENT_TYPE);
        record.headers().forEach(h -> headers.add(Failure.ORIGINAL_HEADER_PREFIX + h.key(), h.value()));
        return headers;
    }
}
