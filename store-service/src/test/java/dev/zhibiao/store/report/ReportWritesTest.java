package dev.zhibiao.store.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.Hints;
import dev.zhibiao.events.Origin;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ReportWritesTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Origin ORIGIN = new Origin("text/html", null, 7, "00", "https://example.org/a");
    private static final Hints HINTS = new Hints("330203", null);

    @Test
    void isReceivedWhereTheDocumentSaysAllOfIt() {
        assertThat(ReportWrites.isReceived(report(NOON, NOON), ORIGIN, HINTS, NOON))
                .isTrue();
        assertThat(ReportWrites.isReceived(report(NOON.minusSeconds(1), NOON.plusSeconds(1)), ORIGIN, HINTS, NOON))
                .isTrue();
    }

    @Test
    void isNotReceivedWhereAnythingWouldBeAdded() {
        Document report = report(NOON, NOON);
        assertThat(ReportWrites.isReceived(null, ORIGIN, HINTS, NOON)).isFalse();
        assertThat(ReportWrites.isReceived(report, ORIGIN, HINTS, NOON.plusMillis(1)))
                .isFalse();
        assertThat(ReportWrites.isReceived(report, ORIGIN, HINTS, NOON.minusMillis(1)))
                .isFalse();
        assertThat(ReportWrites.isReceived(report, ORIGIN, null, NOON)).isFalse();
        Origin another = new Origin("text/html", null, 7, "00", "https://example.org/b");
        assertThat(ReportWrites.isReceived(report, another, HINTS, NOON)).isFalse();
    }

    @Test
    void isNotReceivedWhereOnlyAFailureIsKnownOfIt() {
        Document failed = new Document("_id", "r").append(ReportDocument.FAILURES, List.of());
        assertThat(ReportWrites.isReceived(failed, ORIGIN, HINTS, NOON)).isFalse();
    }

    private static Document report(Instant first, Instant last) {
        return new Document("_id", "r")
                .append(ReportDocument.FIRST_RECEIVED_AT, Date.from(first))
                .append(ReportDocument.RECEIVED_AT, Date.from(last))
                .append(ReportDocument.ORIGINS, List.of(ReportDocument.origin(ORIGIN, HINTS)));
    }
}
