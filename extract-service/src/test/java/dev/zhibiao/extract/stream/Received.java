package dev.zhibiao.extract.stream;

import dev.zhibiao.events.Hints;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Received reports for the tests. */
final class Received {

    static final Instant TIME = Instant.parse("2026-02-03T04:05:06.789Z");

    private Received() {}

    static ReportReceived of(String text) {
        return of(text, null);
    }

    static ReportReceived of(String text, @Nullable Hints hints) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Origin origin = new Origin("text/plain", "UTF-8", bytes.length, Sha256.hex(bytes), "https://example.org/a");
        return new ReportReceived(ReportId.of(text), text, Sha256.hex(text), origin, hints, TIME);
    }
}
