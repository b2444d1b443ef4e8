package dev.zhibiao.ingest.publish;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.KnownReport;
import dev.zhibiao.events.MalformedEventException;
import dev.zhibiao.events.Topic;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The report ids received so far, by every replica: the compacted topic {@code reports.known}, followed from its
 * beginning without a consumer group. The service is ready once what was there at the start has been read.
 */
@Startup
@ApplicationScoped
class KnownReports {

    private static final Logger LOG = Logger.getLogger(KnownReports.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Latest> known = new ConcurrentHashMap<>();
    private final BrokerConfig broker;
    private final IngestMeters meters;
    private volatile boolean caughtUp;
    private volatile boolean stopped;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    /** What the record at that offset says: all of a report's stand in one partition. */
    private record Latest(KnownReport report, long offset) {}

    KnownReports(BrokerConfig broker, IngestMeters meters) {
        this.broker = broker;
        this.meters = meters;
    }

    @PostConstruct
    void start() {
        meters.knows(this::size);
        Thread follower = new Thread(this::follow, "known-reports");
        follower.setDaemon(true);
        follower.start();
    }

    /** What is known of a report, if anything. */
    Optional<KnownReport> find(String reportId) {
        return Optional.ofNullable(known.get(reportId)).map(Latest::report);
    }

    /** Notes what this replica has just written, before it comes back from the broker behind what was written earlier. */
    void note(String reportId, KnownReport report, long offset) {
        known.merge(
                reportId, new Latest(report, offset), (before, now) -> now.offset() >= before.offset() ? now : before);
    }

    /** Whether everything that was there at the start has been read. */
    boolean caughtUp() {
        return caughtUp;
    }

    int size() {
        return known.size();
    }

    private void follow() {
        while (!stopped) {
            try (KafkaConsumer<String, byte[]> opened = open()) {
                consumer = opened;
                followWith(opened);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                LOG.warnf("stage=ingest topic=%s follower=restarts cause=%s", Topic.KNOWN.topicName(), e.toString());
                pause();
            }
        }
    }

    private KafkaConsumer<String, byte[]> open() {
        Map<String, Object> settings = broker.settings();
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void followWith(KafkaConsumer<String, byte[]> follower) {
        List<TopicPartition> partitions = partitions(follower);
        follower.assign(partitions);
        follower.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = follower.endOffsets(partitions);
        while (!stopped) {
            for (ConsumerRecord<String, byte[]> record : follower.poll(POLL)) {
                take(record);
            }
            if (!caughtUp
                    && ends.entrySet().stream().allMatch(end -> follower.position(end.getKey()) >= end.getValue())) {
                caughtUp = true;
                LOG.infof("stage=ingest known=%d", known.size());
            }
        }
    }

    /** Waits for the topic where it has not been created yet. */
    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> follower) {
        while (!stopped) {
            var found = follower.partitionsFor(Topic.KNOWN.topicName());
            if (found != null && !found.isEmpty()) {
                return found.stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
            }
            pause();
        }
        throw new WakeupException();
    }

    void take(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        if (record.value() == null) {
            known.computeIfPresent(
                    record.key(), (reportId, latest) -> latest.offset() > record.offset() ? latest : null);
            return;
        }
        try {
            note(record.key(), EventJson.read(record.value(), KnownReport.class), record.offset());
        } catch (MalformedEventException e) {
            // Unknown is the safe side: the report is received once more.
            LOG.warnf("stage=ingest topic=%s offset=%d code=malformed-event", record.topic(), record.offset());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        KafkaConsumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }
}
