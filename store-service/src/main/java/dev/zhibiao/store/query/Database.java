package dev.zhibiao.store.query;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collections; what stands in them is decided by the packages that write it. */
@ApplicationScoped
public class Database {

    private static final String DEFAULT_NAME = "zhibiao";

    private final MongoClient client;
    private final String name;

    Database(
            MongoClient client,
            @ConfigProperty(name = "zhibiao.store.database") Optional<String> name,
            @ConfigProperty(name = "quarkus.mongodb.connection-string") String address) {
        this.client = client;
        this.name = name.filter(given -> !given.isBlank()).orElseGet(() -> {
            String named = new ConnectionString(address).getDatabase();
            return named == null || named.isBlank() ? DEFAULT_NAME : named;
        });
    }

    /** One document a report: its life, its metadata, the ids of its observations. */
    public MongoCollection<Document> reports() {
        return database().getCollection("reports");
    }

    /** The texts, apart from the reports so that lists need not load them. */
    public MongoCollection<Document> texts() {
        return database().getCollection("texts");
    }

    /** One document an observation and extraction, withdrawn ones too. */
    public MongoCollection<Document> observations() {
        return database().getCollection("observations");
    }

    /** Which reports say the same. */
    public MongoCollection<Document> manifestations() {
        return database().getCollection("manifestations");
    }

    /** One document an observation that somebody corrected. */
    public MongoCollection<Document> corrections() {
        return database().getCollection("corrections");
    }

    /** One document a record that a stage gave up. */
    public MongoCollection<Document> failures() {
        return database().getCollection("failures");
    }

    /** One document a report and replay: what became of it. */
    public MongoCollection<Document> replays() {
        return database().getCollection("replays");
    }

    /** The server's clock, which alone says what was before what. */
    public Instant now() {
        // Not hello, which the embedded server does not know; every server of MongoDB knows this one.
        return client.getDatabase("admin")
                .runCommand(new Document("isMaster", 1))
                .getDate("localTime")
                .toInstant();
    }

    MongoDatabase database() {
        return client.getDatabase(name);
    }
}
