package dev.zhibiao.ingest.publish;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Hints;
import dev.zhibiao.events.KnownReport;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.Problem;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Sha256;
import dev.zhibiao.events.Topic;
import dev.zhibiao.ingest.document.DecodedDocument;
import dev.zhibiao.ingest.document.DocumentReader;
import dev.zhibiao.ingest.document.Parsing;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.ingest.fingerprint.Fingerprint;
import dev.zhibiao.stage.LogFields;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Receives a document: decoded, published, remembered, in this order. */
@ApplicationScoped
public class Receptions {

    private static final Logger LOG = Logger.getLogger(Receptions.class);
    private static final String SOURCE = "/zhibiao/ingest";
    /** Of one report: with sources of 2048 characters each, what is known of it stays well below the broker's limit. */
    private static final int MOST_SOURCES = 100;

    private final EventProducer producer;
    private final KnownReports known;
    private final DocumentReader reader;
    private final IngestMeters meters;
    private final Clock clock = Clock.systemUTC();

    Receptions(EventProducer producer, KnownReports known, IngestConfig config, Parsing parsing, IngestMeters meters) {
        this.producer = producer;
        this.known = known;
        this.meters = meters;
        this.reader = new DocumentReader(config.maxDocumentBytes(), config.maxTextBytes(), parsing);
    }

    /**
     * Receives a document. When this returns, the broker has the report; when it throws, the sender must come again.
     *
     * @param document its bytes
     * @param source where the sender has it from
     * @throws RefusedException where it is not taken
     */
    public Reception receive(byte[] document, @Nullable String source, @Nullable Hints hints) {
        return meters.receiving(document.length, () -> take(document, source, hints));
    }

    private Reception take(byte[] document, @Nullable String source, @Nullable Hints hints) {
        requireKnown();
        DecodedDocument decoded = reader.read(document);
        String reportId = ReportId.of(decoded.text());
        Span.current().setAttribute("zhibiao.report.id", reportId);
        try (LogFields fields = LogFields.of(reportId, Span.current().getSpanContext())) {
            return take(reportId, decoded, document, source, hints);
        }
    }

    private Reception take(
            String reportId, DecodedDocument decoded, byte[] document, @Nullable String source, @Nullable Hints hints) {
        KnownReport before = known.find(reportId).orElse(null);
        boolean duplicate = before != null && before.state().equals("received");
        boolean newSource =
                source != null && before != null && !before.sources().contains(source);
        if (before != null && newSource && before.sources().size() >= MOST_SOURCES) {
            throw new RefusedException(Problem.LIMIT_EXCEEDED, "the report has " + MOST_SOURCES + " sources");
        }
        if (!duplicate || newSource) {
            Origin origin =
                    new Origin(decoded.mediaType(), decoded.charset(), document.length, Sha256.hex(document), source);
            publish(reportId, decoded.text(), origin, hints);
            remember(reportId, before, source);
        }
        LOG.infof("stage=ingest reportId=%s duplicate=%b bytes=%d", reportId, duplicate, document.length);
        return new Reception(reportId, duplicate);
    }

    private void requireKnown() {
        if (!known.caughtUp()) {
            throw new RefusedException(Problem.BROKER_UNAVAILABLE, "earlier reports are not known yet");
        }
    }

    private void publish(String reportId, String text, Origin origin, @Nullable Hints hints) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ReportReceived received =
                new ReportReceived(reportId, text, Sha256.hex(text), origin, hints, now, Fingerprint.of(text));
        String id = EventType.RECEIVED.id(reportId, origin.source() == null ? "" : origin.source());
        Map<String, byte[]> headers = CloudEventHeaders.of(EventType.RECEIVED, id, SOURCE, reportId, now);
        producer.send(Topic.RECEIVED, reportId, EventJson.write(received), headers);
    }

    // After publishing: were it first, a kill in between would make a duplicate of a report that nobody has.
    private void remember(String reportId, @Nullable KnownReport before, @Nullable String source) {
        Set<String> sources = new LinkedHashSet<>(before == null ? List.of() : before.sources());
        if (source != null) {
            sources.add(source);
        }
        know(reportId, new KnownReport("received", List.copyOf(sources)));
    }

    private void know(String reportId, KnownReport report) {
        known.note(reportId, report, producer.know(reportId, EventJson.write(report)));
    }

    /**
     * Remembers that a stage gave the report up, so that it may be received again.
     *
     * @throws RefusedException {@code broker-unavailable} where it cannot be said yet whether the report is known: it
     *     would stay a duplicate for ever
     */
    void failed(String reportId) {
        requireKnown();
        known.find(reportId).ifPresent(before -> know(reportId, new KnownReport("failed", before.sources())));
    }
}
