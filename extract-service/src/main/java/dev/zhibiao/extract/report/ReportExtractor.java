package dev.zhibiao.extract.report;

import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.extract.grammar.text.CodePoints;
import dev.zhibiao.extract.grammar.text.Document;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a whole report: its metadata, its sections and every observation with its place in the text. */
public final class ReportExtractor {

    /** Grows with every release whose observations differ. */
    private static final int RELEASE = 2;

    private static final String VERSION = RELEASE + "-" + GrammarDigest.of(ReportExtractor.class);

    private static final Pattern GLOSSARY = Pattern.compile("名词解释|名词注释|名词说明|名词术语|^注释");

    /**
     * Reads a report.
     *
     * @param text the decoded text, nothing normalised
     */
    public Extraction extract(String text) {
        ReportMetadata metadata = MetadataReader.read(text);
        Document document = Document.of(text);
        CodePoints points = new CodePoints(text);
        ObservationReader reader = new ObservationReader(text, points, metadata);
        for (Sentence sentence : document.sentences()) {
            if (GLOSSARY.matcher(sentence.section().chapter()).find()) {
                reader.skip(sentence);
            } else {
                reader.read(sentence);
            }
        }
        List<ReportExtracted.Section> sections = document.sections().stream()
                .map(s -> new ReportExtracted.Section(s.heading(), points.offset(s.start()), points.offset(s.end())))
                .toList();
        return new Extraction(metadata, sections, List.of(), reader.sorted(), version());
    }

    /** The version that extractions of this build carry. */
    public static String version() {
        return VERSION;
    }
}
