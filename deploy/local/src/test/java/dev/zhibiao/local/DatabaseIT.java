package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database under SIGKILL while several clients write at once. */
@SuppressWarnings("NullAway.Init") // JUnit sets the field.
class DatabaseIT {

    private static final int KILLS = Integer.getInteger("zhibiao.database.kills", 4);
    private static final int WRITERS = 4;
    private static final int AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("zhibiao.seed", 7L));
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void keepsWhatItAcknowledgedAndLeavesNothingHalfWritten() throws Exception {
        int port = Ports.free().mongodb();
        String uri = "mongodb://" + Ports.HOST + ":" + port + "/?serverSelectionTimeoutMS=5000";
        try (InfrastructureProcess database =
                InfrastructureProcess.start("database", folder.resolve("mongodb"), port)) {
            database.awaitOpen();
            for (int kill = 1; kill <= KILLS; kill++) {
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
                for (int writer = 0; writer < WRITERS; writer++) {
                    String name = kill + "-" + writer + "-";
                    writers.execute(() -> write(uri, name));
                }
                int before = acknowledged.size();
                await().atMost(PATIENCE).until(() -> acknowledged.size() > before + WRITERS * AT_ONCE);
                Pause.of(Duration.ofMillis(random.nextInt(1000)));
                database.kill();
                writers.shutdown();
                assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
                database.restart();
                database.awaitOpen();
                try (MongoClient client = MongoClients.create(uri)) {
                    requireWhole(collection(client), kill);
                }
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS * AT_ONCE);
        assertThat(Files.size(folder.resolve("mongodb/zhibiao.mv")))
                .as("bytes of the file")
                .isLessThan(acknowledged.size() * 8L * 1024);
    }

    private void write(String uri, String name) {
        try (MongoClient client = MongoClients.create(uri)) {
            for (int n = 0; ; n++) {
                List<String> ids = ids(name + n);
                collection(client)
                        .bulkWrite(
                                ids.stream()
                                        .map(id -> new InsertOneModel<>(document(id)))
                                        .toList(),
                                UNORDERED);
                acknowledged.addAll(ids);
            }
        } catch (MongoException e) {
            // Killed.
        }
    }

    private static List<String> ids(String name) {
        return IntStream.range(0, AT_ONCE).mapToObj(i -> name + "/" + i).toList();
    }

    private static Document document(String id) {
        return new Document("_id", id).append("n", id.length()).append("text", id.repeat(40));
    }

    /** What a scan finds is what is found by id, has all that was acknowledged, and can be written again. */
    private void requireWhole(MongoCollection<Document> collection, int kill) {
        Set<String> scanned = new HashSet<>();
        collection.find().batchSize(1000).forEach(document -> scanned.add(document.getString("_id")));
        assertThat(scanned).as("after kill " + kill).containsAll(acknowledged);
        List<String> found = new ArrayList<>();
        collection.find(Filters.in("_id", scanned)).batchSize(1000).forEach(d -> found.add(d.getString("_id")));
        assertThat(found).as("after kill " + kill).containsExactlyInAnyOrderElementsOf(scanned);
        List<ReplaceOneModel<Document>> again = scanned.stream()
                .filter(id -> id.startsWith(kill + "-"))
                // With a guard beside the id, as the store writes.
                .map(id -> new ReplaceOneModel<>(
                        new Document("_id", id).append("n", new Document("$lte", id.length())), document(id)))
                .toList();
        assertThat(collection.bulkWrite(again, UNORDERED).getMatchedCount()).isEqualTo(again.size());
        Document guarded = new Document("_id", scanned.iterator().next()).append("n", -1);
        assertThat(collection.updateOne(guarded, Updates.set("text", "another")).getMatchedCount())
                .isZero();
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("kills").getCollection("documents");
    }
}
