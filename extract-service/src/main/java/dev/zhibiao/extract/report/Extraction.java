package dev.zhibiao.extract.report;

import dev.zhibiao.events.Observation;
import dev.zhibiao.events.ReportExtracted.Section;
import dev.zhibiao.events.ReportExtracted.Term;
import dev.zhibiao.events.ReportMetadata;
import java.util.List;

/**
 * Everything read from one report.
 *
 * @param metadata what it says about itself
 * @param sections its headings in order
 * @param glossary the terms its glossary defines
 * @param observations its values, by place
 * @param extractorVersion release number, then a digest of grammar and word lists
 */
public record Extraction(
        ReportMetadata metadata,
        List<Section> sections,
        List<Term> glossary,
        List<Observation> observations,
        String extractorVersion) {

    public Extraction {
        sections = List.copyOf(sections);
        glossary = List.copyOf(glossary);
        observations = List.copyOf(observations);
    }
}
