package dev.zhibiao.local;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.zhibiao.events.Sha256;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Copies stored reports inside the database, under other ids: faster than many can be submitted, and the same to who reads. */
final class CopiedReports {

    private static final PrintStream OUT = System.out;
    private static final int ID_LENGTH = 32;
    private static final int TOLD_EVERY = 1000;

    private CopiedReports() {}

    /**
     * Copies until so many observations are stored.
     *
     * @return how many are
     */
    static long fill(String mongodbUri, long wanted) {
        try (MongoClient client = MongoClients.create(mongodbUri)) {
            MongoDatabase database = client.getDatabase("zhibiao");
            MongoCollection<Document> reports = database.getCollection("reports");
            MongoCollection<Document> observations = database.getCollection("observations");
            List<Document> originals = reports.find().into(new ArrayList<>());
            List<List<Document>> theirs = new ArrayList<>();
            long stored = 0;
            for (Document original : originals) {
                theirs.add(observations.find(in("_id", keys(original))).into(new ArrayList<>()));
                stored += ids(original).size();
            }
            for (int copy = 0; stored < wanted; copy++) {
                int number = copy % originals.size();
                copy(originals.get(number), theirs.get(number), copy, reports, observations);
                stored += theirs.get(number).size();
                if (copy % TOLD_EVERY == 0) {
                    OUT.printf("%d observations%n", stored);
                }
            }
            return stored;
        }
    }

    private static List<String> ids(Document report) {
        return report.get("stored", Document.class).getList("ids", String.class);
    }

    private static List<String> keys(Document report) {
        return ids(report).stream()
                .map(id -> id + "." + report.getString("slot"))
                .toList();
    }

    private static String other(String id, int copy) {
        return Sha256.hex(id + copy).substring(0, ID_LENGTH);
    }

    /** The observations first: a report's document makes them readable. */
    private static void copy(
            Document report,
            List<Document> theirs,
            int copy,
            MongoCollection<Document> reports,
            MongoCollection<Document> observations) {
        String reportId = other(report.getString("_id"), copy);
        List<Document> copies = new ArrayList<>();
        for (Document observation : theirs) {
            String id = other(observation.getString("observationId"), copy);
            Document copied = new Document(observation);
            copied.put("_id", id + "." + report.getString("slot"));
            copied.put("observationId", id);
            copied.put("reportId", reportId);
            copies.add(copied);
        }
        observations.insertMany(copies);
        Document stored = new Document(report.get("stored", Document.class));
        stored.put("ids", ids(report).stream().map(id -> other(id, copy)).toList());
        Document copied = new Document(report);
        copied.put("_id", reportId);
        copied.put("stored", stored);
        reports.insertOne(copied);
    }
}
