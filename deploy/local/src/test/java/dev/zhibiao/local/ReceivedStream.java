package dev.zhibiao.local;

import dev.zhibiao.events.Topic;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Received reports that come in until they are stopped, written as ingest writes them. */
final class ReceivedStream implements Closeable {

    private final KafkaProducer<String, byte[]> producer;
    private final SyntheticReports reports;
    private final Duration pause;
    private final IntSupplier done;
    private final int ahead;
    private final Set<String> ids = new LinkedHashSet<>();
    private final List<Future<?>> sent = new ArrayList<>();
    private final Thread sender = new Thread(this::run, "received");
    private volatile boolean stopped;

    /**
     * Of a rate.
     *
     * @param pause between two reports
     * @param done how many have been worked off
     * @param ahead how many wait at most: on a machine that is slow a test is to end, too
     */
    ReceivedStream(String bootstrapServers, SyntheticReports reports, Duration pause, IntSupplier done, int ahead) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "max.request.size",
                        8 << 20,
                        "compression.type",
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.reports = reports;
        this.pause = pause;
        this.done = done;
        this.ahead = ahead;
        sender.setDaemon(true);
    }

    void start() {
        sender.start();
    }

    private void run() {
        for (int number = 0; !stopped; number++) {
            send(reports.received(number));
            Pause.of(pause);
            while (!stopped && number - done.getAsInt() > ahead) {
                Pause.of(pause);
            }
        }
    }

    /** Sends what is no report, with a key of its own. */
    void poison(String key) {
        send(new ProducerRecord<>(Topic.RECEIVED.topicName(), key, new byte[] {'{'}));
    }

    private synchronized void send(ProducerRecord<String, byte[]> record) {
        sent.add(producer.send(record));
        if (record.value().length > 1) {
            ids.add(record.key());
        }
    }

    /** Stops; returns the ids of all reports that the broker has acknowledged. */
    Set<String> stop() throws InterruptedException, ExecutionException {
        stopped = true;
        sender.join();
        for (Future<?> one : sent) {
            one.get();
        }
        return ids;
    }

    @Override
    public void close() {
        stopped = true;
        producer.close(Duration.ofSeconds(5));
    }
}
