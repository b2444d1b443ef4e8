package dev.zhibiao.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a consumer of version 0.1.0 knows of the events: their records as they were then, never to be changed. */
public final class Version010 {

    private Version010() {}

    /** {@code dev.zhibiao.report.received.v1}. */
    public record Received(
            String reportId,
            String text,
            String textSha256,
            Document origin,
            @Nullable Said hints,
            Instant receivedAt,
            @Nullable String fingerprint) {}

    /** {@code dev.zhibiao.report.extracted.v1}. */
    public record Extracted(
            String reportId,
            String text,
            String textSha256,
            Document origin,
            @Nullable Said hints,
            Instant receivedAt,
            Metadata metadata,
            List<Section> sections,
            List<Term> glossary,
            List<Value> observations,
            String extractorVersion,
            Instant extractedAt,
            @Nullable String fingerprint) {}

    /** The origin. */
    public record Document(
            String mediaType,
            @Nullable String charset,
            long size,
            String sha256,
            @Nullable String source) {}

    /** The hints. */
    public record Said(@Nullable String area, @Nullable String year) {}

    /** The metadata. */
    public record Metadata(
            @Nullable String title,
            @Nullable String refArea,
            @Nullable String areaCode,
            @Nullable String level,
            String kind,
            @Nullable String reviewPeriod,
            @Nullable String targetPeriod,
            @Nullable LocalDate deliveredOn,
            @Nullable String speaker,
            List<Conflict> conflicts) {}

    /** A conflict of the metadata. */
    public record Conflict(
            String kind, List<String> between, @Nullable String decided) {}

    /** A section. */
    public record Section(String heading, int start, int end) {}

    /** An entry of the glossary. */
    public record Term(
            String term,
            int start,
            int end,
            @Nullable String explanation,
            @Nullable Integer termStart,
            @Nullable Integer termEnd) {}

    /** An observation. */
    public record Value(
            String observationId,
            int start,
            int end,
            String text,
            String indicator,
            @Nullable String indicatorCode,
            String measure,
            BigDecimal value,
            @Nullable BigDecimal valueMax,
            String unit,
            String comparator,
            String timePeriod,
            String status,
            @Nullable String area,
            @Nullable String refArea,
            @Nullable String areaCode,
            @Nullable String basePeriod,
            @Nullable String rankScope,
            @Nullable String section,
            String sentence,
            String rule) {}
}
