package dev.zhibiao.store.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The collections and their indexes. */
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);

    private final MongoClient client;
    private final String name;

    Database(MongoClient client, @ConfigProperty(name = "zhibiao.store.database") String name) {
        this.client = client;
        this.name = name;
    }

    /** One document a report: its life, its metadata, the ids of its observations. */
    public MongoCollection<Document> reports() {
        return client.getDatabase(name).getCollection("reports");
    }

    /** The texts, apart from the reports so that lists need not load them. */
    public MongoCollection<Document> texts() {
        return client.getDatabase(name).getCollection("texts");
    }

    /** One document an observation, withdrawn ones too. */
    public MongoCollection<Document> observations() {
        return client.getDatabase(name).getCollection("observations");
    }

    /** Which reports say the same. */
    public MongoCollection<Document> manifestations() {
        return client.getDatabase(name).getCollection("manifestations");
    }

    void createIndexes(@Observes StartupEvent event) {
        // No partial indexes: the embedded server applies them to all documents.
        observations()
                .createIndexes(List.of(
                        index("reportId", "start"),
                        index("areaCode", "indicator", "timePeriod"),
                        index("indicator", "timePeriod"),
                        index("indicatorCode", "timePeriod")));
        reports().createIndexes(List.of(index("stored.metadata.areaCode", "stored.metadata.targetPeriod")));
        LOG.info("stage=store indexes=created");
    }

    private static IndexModel index(String... fields) {
        return new IndexModel(Indexes.ascending(fields));
    }
}
