package dev.zhibiao.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report was read: the text again, so that the store needs no other record, and everything found in it.
 *
 * @param reportId see {@link ReportId}
 * @param text the decoded text
 * @param textSha256 SHA-256 of the text as UTF-8
 * @param origin the document it came from
 * @param hints what the upstream says about it
 * @param receivedAt when ingest decoded it
 * @param metadata what the report says about itself
 * @param sections its headings in order
 * @param glossary the terms its glossary (名词解释) defines
 * @param observations all observations, by start
 * @param extractorVersion release number, then a digest of grammar and word lists: {@code 1-9f86d081}
 * @param extractedAt when it was read
 * @param fingerprint that of {@link ReportReceived}
 */
public record ReportExtracted(
        String reportId,
        String text,
        String textSha256,
        Origin origin,
        @Nullable Hints hints,
        Instant receivedAt,
        ReportMetadata metadata,
        List<Section> sections,
        List<Term> glossary,
        List<Observation> observations,
        String extractorVersion,
        Instant extractedAt,
        @Nullable String fingerprint) {

    public ReportExtracted {
        sections = List.copyOf(sections);
        glossary = List.copyOf(glossary);
        observations = List.copyOf(observations);
    }

    /** As older writers wrote it, without a fingerprint. */
    public ReportExtracted(
            String reportId,
            String text,
            String textSha256,
            Origin origin,
            @Nullable Hints hints,
            Instant receivedAt,
            ReportMetadata metadata,
            List<Section> sections,
            List<Term> glossary,
            List<Observation> observations,
            String extractorVersion,
            Instant extractedAt) {
        this(
                reportId,
                text,
                textSha256,
                origin,
                hints,
                receivedAt,
                metadata,
                sections,
                glossary,
                observations,
                extractorVersion,
                extractedAt,
                null);
    }

    /**
     * A stretch of the text under one heading.
     *
     * @param heading as printed
     * @param start first code point
     * @param end one past the last
     */
    public record Section(String heading, int start, int end) {}

    /**
     * An entry of the glossary.
     *
     * @param term the name defined
     * @param start first code point of the definition
     * @param end one past its last
     * @param explanation the definition, without line ends and page numbers that fall into it; null in messages of before
     * @param termStart first code point of the term; null in messages of before
     * @param termEnd one past its last; null in messages of before
     */
    public record Term(
            String term,
            int start,
            int end,
            @Nullable String explanation,
            @Nullable Integer termStart,
            @Nullable Integer termEnd) {}
}
