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
 * @param fingerprint equal for texts that differ only in white space and page furniture, {@code 1-} and 32 hexadecimal
 *     digits; absent in messages of older writers and where the text is nothing but furniture
 */
public record ReportReceived(
        String reportId,
        String text,
        String textSha256,
        Origin origin,
        @Nullable Hints hints,
        Instant receivedAt,
        @Nullable String fingerprint) {

    /** As older writers wrote it, without a fingerprint. */
    public ReportReceived(
            String reportId, String text, String textSha256, Origin origin, @Nullable Hints hints, Instant receivedAt) {
        this(reportId, text, textSha256, origin, hints, receivedAt, null);
    }
}
