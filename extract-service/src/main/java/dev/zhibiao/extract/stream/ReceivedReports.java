package dev.zhibiao.extract.stream;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.MalformedEventException;
import dev.zhibiao.events.Problem;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Sha256;
import dev.zhibiao.extract.report.Extraction;
import dev.zhibiao.stage.StageMeters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One received report becomes one extracted report, or a problem with a code. */
@ApplicationScoped
class ReceivedReports {

    private final TimedReading reading;
    private final ExtractConfig config;
    private final StageMeters meters;
    private final Clock clock = Clock.systemUTC();

    ReceivedReports(TimedReading reading, ExtractConfig config, StageMeters meters) {
        this.reading = reading;
        this.config = config;
        this.meters = meters;
    }

    /**
     * Reads the report of a {@code reports.received} value.
     *
     * @param value the record's value; {@code null} for a tombstone, which is no event of that topic
     */
    ReportExtracted extract(byte @Nullable [] value) throws GivenUpException, InterruptedException {
        ReportReceived received = parse(value);
        Extraction found = read(received.text());
        return new ReportExtracted(
                received.reportId(),
                received.text(),
                received.textSha256(),
                received.origin(),
                received.hints(),
                received.receivedAt(),
                HintConflicts.mark(found.metadata(), received.hints()),
                found.sections(),
                found.glossary(),
                found.observations(),
                found.extractorVersion(),
                // The database keeps milliseconds; what stands in the event and there must compare equal.
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                received.fingerprint());
    }

    private static ReportReceived parse(byte @Nullable [] value) throws GivenUpException {
        if (value == null) {
            throw malformed("no value", null);
        }
        ReportReceived received;
        try {
            received = EventJson.read(value, ReportReceived.class);
        } catch (MalformedEventException e) {
            throw malformed(String.valueOf(e.getMessage()), e);
        }
        if (!Sha256.hex(received.text()).equals(received.textSha256())) {
            throw malformed("textSha256 is not of this text", null);
        }
        // Not where hashing could not tell: the id of a report with text is always that of its text.
        if (!ReportId.of(received.text()).equals(received.reportId())) {
            throw malformed("reportId is not of this text", null);
        }
        return received;
    }

    private static GivenUpException malformed(String detail, @Nullable Throwable cause) {
        return new GivenUpException(Problem.MALFORMED_EVENT, detail, false, 1, cause);
    }

    private Extraction read(String text) throws GivenUpException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return reading.read(text);
            } catch (TimeoutException e) {
                // Not tried again: the next try would take the processor for just as long.
                throw new GivenUpException(
                        Problem.LIMIT_EXCEEDED,
                        "reading took longer than " + config.timeLimit().toMillis() + " ms",
                        true,
                        attempt,
                        e);
            } catch (ExecutionException e) {
                if (attempt >= config.attempts()) {
                    Throwable cause = e.getCause() == null ? e : e.getCause();
                    // The message may quote the report; its class does not.
                    throw new GivenUpException(
                            Problem.INTERNAL, cause.getClass().getSimpleName(), true, attempt, cause);
                }
                meters.retried(Problem.INTERNAL);
            }
        }
    }
}
