package dev.zhibiao.store.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Topic;
import dev.zhibiao.store.observation.ObservationWrites;
import dev.zhibiao.store.observation.StaleEditions;
import dev.zhibiao.store.observation.States;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.replay.ReplayRuns;
import dev.zhibiao.store.report.Rank;
import dev.zhibiao.store.report.ReportWrites;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * What the store costs beside the least that could be done, in one run: {@code ./mvnw verify -Pbenchmark -pl
 * store-service -am -Dit.test=StoreBenchmark}. Prints figures; asserts only that all was written.
 */
@QuarkusTest
@QuarkusTestResource(StoreBenchmark.AsInProduction.class)
@SuppressWarnings("NullAway") // CDI sets the fields; the publisher that sends nothing needs no channel.
class StoreBenchmark {

    private static final int REPORTS = 200;
    private static final int OBSERVATIONS = 170;
    private static final int BATCH = 20;
    private static final int ROUNDS = 10;
    /** Until the compiler has seen it all; printed, but not in the sum. */
    private static final int WARM_UP = 2;

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    @Inject
    Database database;

    @Inject
    ReportWrites reports;

    @Inject
    Receptions receptions;

    @Inject
    ObservationWrites observations;

    @Inject
    StaleEditions stale;

    @Inject
    States states;

    @Inject
    ReplayRuns runs;

    @Inject
    MongoClient mongo;

    @Inject
    StoreMeters meters;

    @Inject
    Traces traces;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    /** Tests do not wait for housekeeping to come round; here it would compete with what is measured. */
    public static final class AsInProduction extends Servers {
        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(super.start());
            settings.keySet().removeAll(List.of("zhibiao.store.housekeeping", "zhibiao.store.reading.patience"));
            return settings;
        }
    }

    /** Tells nobody, so that what is measured is what the database does. */
    private static final class Silent extends Published {
        Silent() {
            super(null, null);
        }

        @Override
        void send(List<States.Telling> tellings) {
            assertThat(tellings).isNotEmpty();
        }
    }

    @Test
    void writesBesideABareBulkInsert() {
        EditionWriter writer = new EditionWriter(
                database,
                reports,
                receptions,
                observations,
                stale,
                new Announcer(database, reports, states, new Silent()),
                runs,
                meters,
                traces);
        long allInserts = 0;
        long allOurs = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            List<ReportExtracted> all = made("写入" + round);
            MongoCollection<Document> bare =
                    mongo.getDatabase("bench-" + UUID.randomUUID()).getCollection("bare");
            long insert = 0;
            long ours = 0;
            for (List<ReportExtracted> batch : batches(all)) {
                List<InsertOneModel<Document>> documents = batch.stream()
                        .flatMap(e -> observations.plan(e, null, List.of(), Rank.of(e, null)).documents().stream())
                        .map(InsertOneModel::new)
                        .toList();
                long began = System.nanoTime();
                bare.bulkWrite(documents, UNORDERED);
                long middle = System.nanoTime();
                writer.write(batch.stream().map(StoreBenchmark::incoming).toList());
                insert += middle - began;
                ours += System.nanoTime() - middle;
            }
            assertThat(bare.countDocuments()).isEqualTo((long) REPORTS * OBSERVATIONS);
            print("write", round, insert, ours);
            empty(bare);
            if (round > WARM_UP) {
                allInserts += insert;
                allOurs += ours;
            }
        }
        System.out.printf("BENCHMARK write after warming up: ratio %.2f%n", (double) allInserts / allOurs);
    }

    @Test
    void storesBesideABareProduceConsumeInsert() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            List<ReportExtracted> all = made("全程" + round);
            List<byte[]> values = all.stream().map(EventJson::write).toList();
            MongoCollection<Document> collection =
                    mongo.getDatabase("bench-" + UUID.randomUUID()).getCollection("bare");
            long bare = bare(all, values, collection);
            long ours = stored(all, values);
            print("stream", round, bare, ours);
            empty(collection);
        }
    }

    /** The embedded server is in this process: what it keeps of one round would be collected in the next. */
    private void empty(MongoCollection<?>... more) {
        for (MongoCollection<?> collection : more) {
            collection.drop();
        }
        for (MongoCollection<Document> collection :
                List.of(database.observations(), database.reports(), database.texts())) {
            collection.deleteMany(new Document());
        }
        System.gc();
    }

    private long bare(List<ReportExtracted> all, List<byte[]> values, MongoCollection<Document> collection)
            throws Exception {
        String topic = "bare-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1).configs(Topic.EXTRACTED.config())))
                    .all()
                    .get();
        }
        List<List<Document>> documents = all.stream()
                .map(e ->
                        observations.plan(e, null, List.of(), Rank.of(e, null)).documents())
                .toList();
        long began = System.nanoTime();
        produce(topic, all, values);
        int written = 0;
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.subscribe(List.of(topic));
            while (written < all.size()) {
                List<InsertOneModel<Document>> batch = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    assertThat(record.value()).isNotEmpty();
                    documents.get(written++).forEach(d -> batch.add(new InsertOneModel<>(d)));
                }
                if (!batch.isEmpty()) {
                    collection.bulkWrite(batch, UNORDERED);
                    consumer.commitSync();
                }
            }
        }
        return System.nanoTime() - began;
    }

    private long stored(List<ReportExtracted> all, List<byte[]> values) throws Exception {
        long began = System.nanoTime();
        produce(Topic.EXTRACTED.topicName(), all, values);
        List<String> ids = all.stream().map(ReportExtracted::reportId).toList();
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> reports.load(ids).values().stream()
                                .filter(report -> report.get("told") != null)
                                .count()
                        == ids.size());
        return System.nanoTime() - began;
    }

    private void produce(String topic, List<ReportExtracted> all, List<byte[]> values) throws Exception {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("acks", "all");
        settings.put("compression.type", "lz4");
        settings.put("max.request.size", Topic.largestMessageBytes());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < all.size(); i++) {
                var sent = producer.send(new ProducerRecord<>(topic, all.get(i).reportId(), values.get(i)));
                if (i == all.size() - 1) {
                    sent.get();
                }
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        settings.put("max.poll.records", BATCH);
        settings.put("group.id", UUID.randomUUID().toString());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static ExtractedReports.Incoming incoming(ReportExtracted extracted) {
        return ExtractedReports.Incoming.of(extracted, Replay.NONE);
    }

    private static List<List<ReportExtracted>> batches(List<ReportExtracted> all) {
        List<List<ReportExtracted>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += BATCH) {
            batches.add(all.subList(i, Math.min(i + BATCH, all.size())));
        }
        return batches;
    }

    private static List<ReportExtracted> made(String name) {
        List<ReportExtracted> made = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            StringBuilder text = new StringBuilder(name + "第" + i + "份。");
            for (int n = 0; n < OBSERVATIONS; n++) {
                text.append("全县规模以上企业完成第").append(n).append("类投资").append(n + 1).append("亿元。");
            }
            made.add(Extracted.of(text.toString(), "1-aaaa", 1, "规模以上企业完成投资"));
        }
        return made;
    }

    private static void print(String what, int round, long least, long ours) {
        double count = (double) REPORTS * OBSERVATIONS;
        System.out.printf(
                "BENCHMARK %s round %d: bare %.0f observations/s, store %.0f observations/s, ratio %.2f%n",
                what, round, count / (least / 1e9), count / (ours / 1e9), (double) least / ours);
    }
}
