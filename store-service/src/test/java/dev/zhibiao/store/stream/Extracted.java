package dev.zhibiao.store.stream;

import dev.zhibiao.events.Observation;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events of a report for tests; every {@code N亿元} of its text is an observation. */
final class Extracted {

    static final Instant RECEIVED_AT = Instant.parse("2024-01-02T03:04:05.678Z");

    private Extracted() {}

    static ReportReceived received(String text, Instant at, String source) {
        return new ReportReceived(ReportId.of(text), text, Sha256.hex(text), origin(text, source), null, at);
    }

    static ReportReceived with(ReportReceived received, String fingerprint) {
        return new ReportReceived(
                received.reportId(),
                received.text(),
                received.textSha256(),
                received.origin(),
                received.hints(),
                received.receivedAt(),
                fingerprint);
    }

    static ReportExtracted with(ReportExtracted extracted, String fingerprint) {
        return new ReportExtracted(
                extracted.reportId(),
                extracted.text(),
                extracted.textSha256(),
                extracted.origin(),
                extracted.hints(),
                extracted.receivedAt(),
                extracted.metadata(),
                extracted.sections(),
                extracted.glossary(),
                extracted.observations(),
                extracted.extractorVersion(),
                extracted.extractedAt(),
                fingerprint);
    }

    private static Origin origin(String text, String source) {
        return new Origin("text/plain", "UTF-8", text.length(), Sha256.hex(text), source);
    }

    /** With indicators of this name, extracted so many seconds later. */
    static ReportExtracted of(String text, String version, int seconds, String indicator) {
        List<Observation> observations = new ArrayList<>();
        String reportId = ReportId.of(text);
        for (int at = text.indexOf("亿元"); at >= 0; at = text.indexOf("亿元", at + 1)) {
            int start = at;
            while (Character.isDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '.') {
                start--;
            }
            observations.add(observation(reportId, text, start, at + 2, indicator));
        }
        return with(text, version, seconds, observations);
    }

    static ReportExtracted with(String text, String version, int seconds, List<Observation> observations) {
        ReportMetadata metadata = new ReportMetadata(
                "青原县政府工作报告", "浙江省/宁波市/海曙区", "330203", "county", "full", "2023", "2024", null, null, List.of());
        return new ReportExtracted(
                ReportId.of(text),
                text,
                Sha256.hex(text),
                origin(text, "https://example.org/a"),
                null,
                RECEIVED_AT,
                metadata,
                List.of(),
                List.of(),
                observations,
                version,
                RECEIVED_AT.plusSeconds(seconds));
    }

    static Observation observation(String text, int start, int end, String indicator) {
        return observation(ReportId.of(text), text, start, end, indicator);
    }

    private static Observation observation(String reportId, String text, int start, int end, String indicator) {
        String quoted = text.substring(start, end);
        int from = text.codePointCount(0, start);
        int to = text.codePointCount(0, end);
        return new Observation(
                Sha256.hex(reportId + from).substring(0, 32),
                from,
                to,
                quoted,
                indicator,
                null,
                "level",
                new BigDecimal(quoted.replace("亿元", "")).movePointRight(8),
                null,
                "元",
                "=",
                "2023",
                "actual",
                null,
                "浙江省/宁波市/海曙区",
                "330203",
                null,
                null,
                null,
                // A long text is no sentence: repeated for each of its observations it would fill the event.
                text.length() > 300 ? quoted : text,
                "NumberLast");
    }
}
