package dev.zhibiao.store.stream;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.zhibiao.events.MalformedEventException;
import dev.zhibiao.events.Problem;
import dev.zhibiao.stage.LogFields;
import dev.zhibiao.stage.StageMeters;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonMaximumSizeExceededException;
import org.jboss.logging.Logger;

/**
 * Writes a batch at once where that works and record by record where it does not, so that one record that cannot be
 * written fails alone. While the database is away it waits: that is no record's fault.
 */
@ApplicationScoped
class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);

    /** The server's code where a document breaks its collection's JSON Schema. */
    private static final int DOCUMENT_VALIDATION_FAILURE = 121;

    private final Published published;
    private final StoreConfig config;
    private final StageMeters stage;
    private final StoreMeters meters;
    private final Traces traces;
    private volatile boolean stopped;

    Batches(Published published, StoreConfig config, StageMeters stage, StoreMeters meters, Traces traces) {
        this.published = published;
        this.config = config;
        this.stage = stage;
        this.meters = meters;
        this.traces = traces;
    }

    <T> void write(List<StreamRecord> records, BatchWriter<T> writer) {
        if (records.isEmpty()) {
            return;
        }
        traces.during(
                records, () -> meters.writing(records.get(0).topic(), records.size(), () -> writeAll(records, writer)));
    }

    private <T> void writeAll(List<StreamRecord> records, BatchWriter<T> writer) {
        List<StreamRecord> sound = new ArrayList<>();
        List<T> events = new ArrayList<>();
        for (StreamRecord record : records) {
            try {
                events.add(writer.read(record));
                sound.add(record);
            } catch (GivenUpException e) {
                giveUp(record, writer, e, 1);
            } catch (MalformedEventException e) {
                giveUp(
                        record,
                        writer,
                        new GivenUpException(Problem.MALFORMED_EVENT, String.valueOf(e.getMessage())),
                        1);
            }
        }
        if (events.isEmpty()) {
            return;
        }
        try {
            whileTheDatabaseIsAway(() -> writer.write(events));
        } catch (RuntimeException e) {
            if (stopped) {
                throw e;
            }
            LOG.warnf(
                    "stage=store batch=%d oneByOne=true cause=%s",
                    events.size(), e.getClass().getSimpleName());
            for (int i = 0; i < events.size(); i++) {
                try (LogFields fields = traces.logFields(sound.get(i))) {
                    writeAlone(sound.get(i), events.get(i), writer);
                }
            }
        }
    }

    private <T> void writeAlone(StreamRecord record, T event, BatchWriter<T> writer) {
        for (int attempt = 1; ; attempt++) {
            try {
                whileTheDatabaseIsAway(() -> writer.write(List.of(event)));
                return;
            } catch (RuntimeException e) {
                if (stopped) {
                    throw e;
                }
                if (attempt >= config.attempts()) {
                    LOG.errorf(e, "stage=store reportId=%s attempts=%d", record.key(), attempt);
                    giveUp(
                            record,
                            writer,
                            new GivenUpException(problem(e), e.getClass().getSimpleName()),
                            attempt);
                    return;
                }
                stage.retried(problem(e));
                pause(e);
            }
        }
    }

    private static Problem problem(RuntimeException e) {
        if (e instanceof BsonMaximumSizeExceededException || e instanceof NumberFormatException) {
            return Problem.LIMIT_EXCEEDED;
        }
        boolean invalid = e instanceof MongoBulkWriteException bulk
                && bulk.getWriteErrors().stream().anyMatch(error -> error.getCode() == DOCUMENT_VALIDATION_FAILURE);
        return invalid ? Problem.MALFORMED_EVENT : Problem.INTERNAL;
    }

    private void giveUp(StreamRecord record, BatchWriter<?> writer, GivenUpException why, int attempts) {
        traces.failed(record, why.problem().code());
        try (LogFields fields = traces.logFields(record)) {
            LOG.warnf(
                    "stage=store topic=%s partition=%d offset=%d reportId=%s code=%s detail=%s",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.key(),
                    why.problem().code(),
                    why.detail());
        }
        if (writer.failsToTopic()) {
            published.failed(record, why, attempts);
        }
        stage.failed(why.problem());
    }

    private void whileTheDatabaseIsAway(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (MongoTimeoutException | MongoSocketException | MongoNotPrimaryException e) {
                LOG.warnf(
                        "stage=store code=%s cause=%s",
                        Problem.STORE_UNAVAILABLE.code(), e.getClass().getSimpleName());
                stage.retried(Problem.STORE_UNAVAILABLE);
                pause(e);
            } catch (MongoException e) {
                if (!e.hasErrorLabel("RetryableWriteError")) {
                    throw e;
                }
                stage.retried(Problem.STORE_UNAVAILABLE);
                pause(e);
            }
        }
    }

    private void pause(RuntimeException reason) {
        if (stopped) {
            throw reason;
        }
        try {
            Thread.sleep(config.pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
            throw reason;
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }
}
