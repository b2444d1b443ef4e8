package dev.zhibiao.local;

import dev.zhibiao.events.Topic;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that comes into a topic, from its beginning. */
final class TopicLog implements Closeable {

    /**
     * A record without its value.
     *
     * @param eventId its {@code ce_id}
     * @param key its key
     * @param millis when it was sent
     */
    record Entry(String eventId, String key, long millis) {}

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Thread reader = new Thread(this::run, "log");
    private volatile boolean stopped;

    TopicLog(String bootstrapServers, Topic topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        reader.setDaemon(true);
        reader.start();
    }

    private void run() {
        while (!stopped) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                Header id = record.headers().lastHeader("ce_id");
                entries.add(new Entry(
                        id == null ? "" : new String(id.value(), StandardCharsets.UTF_8),
                        String.valueOf(record.key()),
                        record.timestamp()));
            }
        }
    }

    int size() {
        return entries.size();
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many came again: same event, same id. */
    long repeated() {
        return entries.size() - entries.stream().map(Entry::eventId).distinct().count();
    }

    long between(long fromMillis, long toMillis) {
        return times(fromMillis, toMillis).count();
    }

    /** The longest time in between without a record, in milliseconds. */
    long longestPause(long fromMillis, long toMillis) {
        long[] times = times(fromMillis, toMillis).sorted().toArray();
        long before = fromMillis;
        long longest = 0;
        for (long time : times) {
            longest = Math.max(longest, time - before);
            before = time;
        }
        return Math.max(longest, toMillis - before);
    }

    private LongStream times(long fromMillis, long toMillis) {
        return entries.stream().mapToLong(Entry::millis).filter(t -> t >= fromMillis && t < toMillis);
    }

    @Override
    public void close() {
        stopped = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
