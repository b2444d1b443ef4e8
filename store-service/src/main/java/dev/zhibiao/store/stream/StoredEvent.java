package dev.zhibiao.store.stream;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Limits;
import dev.zhibiao.events.ObservationChange;
import dev.zhibiao.events.ReportStored;
import dev.zhibiao.store.observation.Changes;
import dev.zhibiao.store.observation.Edition;
import dev.zhibiao.store.observation.Revision;
import dev.zhibiao.store.observation.States;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The event of a change: as much of it as fits, and where to find the rest. */
final class StoredEvent {

    private final Document report;
    private final Document stored;
    private final Revision revision;

    StoredEvent(States.Telling telling) {
        this.report = telling.report();
        this.stored = report.get("stored", new Document());
        this.revision = telling.revision();
    }

    String reportId() {
        return report.getString("_id");
    }

    Instant at() {
        return revision.at();
    }

    /** The same for every emission: made of the extraction, or of what an operator or a reader did and when. */
    String id() {
        return EventType.STORED.id(parts(reportId()));
    }

    String idOf(String observationId) {
        return EventType.OBSERVATION.id(parts(observationId));
    }

    private String[] parts(String id) {
        return revision.cause().equals("extracted")
                ? new String[] {id, version(), extractedAt()}
                : new String[] {id, revision.cause(), revision.at().toString()};
    }

    private String version() {
        return stored.getString("extractorVersion");
    }

    private String extractedAt() {
        return stored.getDate("extractedAt").toInstant().toString();
    }

    /** As JSON: with ids and values where they fit, with ids where those do, else with numbers alone. */
    byte[] value() {
        boolean several = revision.severalUntold();
        List<ObservationChange> details = revision.changes().details();
        boolean whole = !several
                && !details.isEmpty()
                && details.size() == revision.changes().changed().size();
        byte[] event = EventJson.write(event(several, whole ? details : null));
        if (whole && !fits(event)) {
            event = EventJson.write(event(false, null));
        }
        return fits(event) ? event : EventJson.write(event(true, null));
    }

    private static boolean fits(byte[] event) {
        return event.length < Limits.STORED_EVENT_BYTES;
    }

    private ReportStored event(boolean truncated, @Nullable List<ObservationChange> details) {
        Changes changes = revision.changes();
        boolean hidden = report.get(Edition.WITHDRAWN) != null;
        return new ReportStored(
                reportId(),
                version(),
                revision.at(),
                hidden ? 0 : stored.getInteger("count", 0),
                changes.added().size(),
                changes.changed().size(),
                changes.withdrawn().size(),
                truncated ? List.of() : changes.added(),
                truncated ? List.of() : changes.changed(),
                truncated ? List.of() : changes.withdrawn(),
                truncated,
                "/reports/" + reportId() + "/observations",
                revision.cause(),
                details,
                "/reports/" + reportId() + "/changes");
    }
}
