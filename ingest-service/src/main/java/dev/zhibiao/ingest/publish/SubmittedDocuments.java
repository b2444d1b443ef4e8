package dev.zhibiao.ingest.publish;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Problem;
import dev.zhibiao.events.Topic;
import dev.zhibiao.ingest.document.RefusedException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka way in, {@code reports.submitted}: what HTTP would refuse goes to {@code reports.failed} with the same code,
 * and the partition moves on.
 */
@ApplicationScoped
class SubmittedDocuments {

    private static final Logger LOG = Logger.getLogger(SubmittedDocuments.class);

    private final Receptions receptions;
    private final EventProducer producer;
    private final Patience patience;

    SubmittedDocuments(Receptions receptions, EventProducer producer, Patience patience) {
        this.receptions = receptions;
        this.producer = producer;
        this.patience = patience;
    }

    @Incoming("submitted")
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> submitted(Message<byte[]> message) {
        IncomingKafkaRecordMetadata<?, ?> record =
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        Map<String, byte[]> headers = headers(record);
        byte @Nullable [] document = message.getPayload();
        try {
            String source = CloudEventHeaders.attributes(headers).get("source");
            patience.untilTheBrokerAnswers(
                    () -> receptions.receive(document == null ? new byte[0] : document, source, null));
        } catch (RefusedException e) {
            giveUp(record, document, headers, e.problem(), e.detail());
        } catch (RuntimeException e) {
            giveUp(record, document, headers, Problem.INTERNAL, e.getClass().getSimpleName());
        }
        return message.ack();
    }

    private void giveUp(
            IncomingKafkaRecordMetadata<?, ?> record,
            byte @Nullable [] document,
            Map<String, byte[]> headers,
            Problem problem,
            String detail) {
        if (problem == Problem.BROKER_UNAVAILABLE) {
            // Only while stopping: the record is not acknowledged and comes again.
            throw new IllegalStateException("stopped while the broker was away");
        }
        String key = record.getKey() == null ? null : record.getKey().toString();
        Failure failure = new Failure("ingest", problem.code(), detail, false, 1, record.getTopic(), key);
        String id = EventType.FAILED.id(
                "ingest",
                record.getTopic(),
                Integer.toString(record.getPartition()),
                Long.toString(record.getOffset()));
        LOG.warnf(
                "stage=ingest topic=%s partition=%d offset=%d code=%s detail=%s",
                record.getTopic(), record.getPartition(), record.getOffset(), problem.code(), detail);
        patience.untilTheBrokerAnswers(() -> producer.send(
                Topic.FAILED,
                key,
                document,
                CloudEventHeaders.failed(failure, id, "/zhibiao/ingest", Instant.now(), headers)));
    }

    private static Map<String, byte[]> headers(IncomingKafkaRecordMetadata<?, ?> record) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        for (Header header : record.getHeaders()) {
            headers.put(header.key(), header.value() == null ? "".getBytes(StandardCharsets.UTF_8) : header.value());
        }
        return headers;
    }
}
