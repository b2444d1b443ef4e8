package dev.zhibiao.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document was decoded and acknowledged to its sender.
 *
 * @param reportId see {@link ReportId}
 * @param text the decoded text, byte order mark dropped, line ends as decoded
 * @param textSha256 SHA-256 of the text as UTF-8
 * @param origin the document it came from
 * @param hints what the upstream says about it
 * @param receivedAt when ingest decoded it
 */
public record ReportReceived(
        String reportId,
        String text,
        String textSha256,
        Origin origin,
        @Nullable Hints hints,
        Instant receivedAt) {}
