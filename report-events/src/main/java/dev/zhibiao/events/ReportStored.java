package dev.zhibiao.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report's observations were written; what changed for a reader.
 *
 * @param reportId see {@link ReportId}
 * @param extractorVersion of the extraction written
 * @param storedAt when it was written
 * @param total observations of the report now
 * @param added number of ids that are new
 * @param changed number of ids whose content is another
 * @param withdrawn number of ids that are gone
 * @param addedIds the new ids; empty where {@code truncated}
 * @param changedIds the changed ids; empty where {@code truncated}
 * @param withdrawnIds the ids that are gone; empty where {@code truncated}
 * @param truncated whether the ids were left out because the event would exceed {@link Limits#STORED_EVENT_BYTES}
 * @param link path of the report's observations at the query API
 * @param cause {@code extracted}, {@code withdrawn}, {@code restored} or {@code corrected}
 * @param changes old and new values of the changed ids; absent where nothing changed or they would not fit
 * @param changesLink path of all changes at the query API
 */
public record ReportStored(
        String reportId,
        String extractorVersion,
        Instant storedAt,
        int total,
        int added,
        int changed,
        int withdrawn,
        List<String> addedIds,
        List<String> changedIds,
        List<String> withdrawnIds,
        boolean truncated,
        String link,
        @Nullable String cause,
        @Nullable List<ObservationChange> changes,
        @Nullable String changesLink) {

    public ReportStored {
        addedIds = List.copyOf(addedIds);
        changedIds = List.copyOf(changedIds);
        withdrawnIds = List.copyOf(withdrawnIds);
        changes = changes == null ? null : List.copyOf(changes);
    }
}
