package dev.zhibiao.store.query;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ValidationOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Indexes and validators, made by the writing role alone: the serving one may have no right to. */
@ApplicationScoped
class Schema {

    private static final Logger LOG = Logger.getLogger(Schema.class);
    private static final List<String> VALIDATED = List.of("observations", "reports", "corrections");
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Codes of the server's errors. */
    private static final int NAMESPACE_EXISTS = 48;

    private static final int DOCUMENT_VALIDATION_FAILURE = 121;
    /** Never holds anything; no reader meets what is tried there. */
    static final String PROBE = "validator-probe";

    private final Database database;
    private final boolean writing;

    Schema(Database database, @ConfigProperty(name = "zhibiao.store.writing") boolean writing) {
        this.database = database;
        this.writing = writing;
    }

    // Not before the service starts: a database that is away for a moment is no reason to end.
    void start(@Observes StartupEvent event) {
        if (writing) {
            Thread thread = new Thread(this::untilMade, "schema");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void untilMade() {
        while (true) {
            try {
                make();
                return;
            } catch (MongoException | IllegalStateException e) {
                LOG.warnf("stage=store schema=later cause=%s", e.getClass().getSimpleName());
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void make() {
        VALIDATED.forEach(name -> validate(name, name));
        validate(PROBE, "observations");
        createIndexes();
        LOG.infof("stage=store indexes=created validators=%s", enforced() ? "enforced" : "ignored-by-this-server");
    }

    private void validate(String collection, String schema) {
        Document validator = new Document("$jsonSchema", schema(schema));
        MongoDatabase target = database.database();
        try {
            target.createCollection(
                    collection,
                    new CreateCollectionOptions().validationOptions(new ValidationOptions().validator(validator)));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NAMESPACE_EXISTS) {
                throw e;
            }
            change(collection, validator);
        }
    }

    private void change(String collection, Document validator) {
        try {
            database.database().runCommand(new Document("collMod", collection).append("validator", validator));
        } catch (MongoCommandException e) {
            LOG.warnf("stage=store collection=%s validator=unchanged cause=%s", collection, e.getErrorCodeName());
        }
    }

    private static Document schema(String collection) {
        try (InputStream in = Schema.class.getResourceAsStream("schema/" + collection + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no schema of " + collection);
            }
            return Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tried and not concluded from a version: some servers take validators and do not heed them. */
    private boolean enforced() {
        MongoCollection<Document> probe = database.database().getCollection(PROBE);
        try {
            probe.insertOne(new Document("_id", "not-an-observation"));
            probe.deleteOne(new Document("_id", "not-an-observation"));
            return false;
        } catch (MongoWriteException e) {
            return e.getCode() == DOCUMENT_VALIDATION_FAILURE;
        }
    }

    private void createIndexes() {
        // No partial indexes: the embedded server applies them to all documents.
        database.observations()
                .createIndexes(List.of(
                        index("reportId", "start"),
                        index("areaCode", "timePeriod"),
                        index("indicator", "areaCode", "timePeriod"),
                        index("indicatorCode", "areaCode", "timePeriod"),
                        index("timePeriod")));
        database.reports()
                .createIndexes(List.of(
                        index("stored.metadata.areaCode", "stored.metadata.targetPeriod"),
                        index("stored.release"),
                        index("changedAt"),
                        index("stored.counts.areas.key"),
                        index("origins.hints.area"),
                        index("untold"),
                        index("withdrawn.at"),
                        index("stale.slot")));
        database.failures().createIndexes(List.of(index("reportId"), index("stage", "code")));
        database.replays().createIndexes(List.of(index("run")));
    }

    private static IndexModel index(String... fields) {
        return new IndexModel(Indexes.ascending(fields));
    }
}
