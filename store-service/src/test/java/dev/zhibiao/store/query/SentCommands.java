package dev.zhibiao.store.query;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonDocument;

/** What the service asks the database, as it is sent; Quarkus finds this class and makes it one of the driver's listeners. */
public final class SentCommands implements CommandListener {

    private static final Set<String> READING = Set.of("find", "aggregate", "count", "distinct");
    private static final Queue<BsonDocument> READS = new ConcurrentLinkedQueue<>();
    private static volatile boolean recording;

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (recording && READING.contains(event.getCommandName())) {
            READS.add(event.getCommand().clone());
        }
    }

    /** What is read while this runs. */
    static List<BsonDocument> reads(Runnable action) {
        READS.clear();
        recording = true;
        try {
            action.run();
        } finally {
            recording = false;
        }
        return List.copyOf(READS);
    }
}
