package dev.zhibiao.extract.report;

import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.extract.grammar.text.CodePoints;
import dev.zhibiao.extract.grammar.text.Document;
import dev.zhibiao.extract.grammar.text.Glossary;
import dev.zhibiao.extract.grammar.text.PlainText;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;

/** Reads a whole report: its metadata, its sections and every observation with its place in the text. */
public final class ReportExtractor {

    /** Grows with every release whose observations differ. */
    private static final int RELEASE = 2;

    private static final int LONGEST_HEAD = 4000;

    private static final String VERSION = RELEASE + "-" + GrammarDigest.of(ReportExtractor.class);

    /**
     * Reads a report.
     *
     * @param text the decoded text, nothing normalised
     */
    public Extraction extract(String text) {
        PlainText plain = PlainText.of(text);
        ReportMetadata metadata = MetadataReader.read(plain);
        Document document = Document.of(plain);
        Glossary glossary = Glossary.of(plain);
        CodePoints points = new CodePoints(text);
        int address = text.substring(0, Math.min(text.length(), LONGEST_HEAD)).indexOf("各位代表");
        ObservationReader reader = new ObservationReader(text, points, metadata, document.sentences());
        document.sentences().stream()
                .filter(s -> !glossary.covers(s.span().start()))
                .filter(s -> !isBesideHead(s, address))
                .forEach(reader::read);
        List<ReportExtracted.Section> sections = document.sections().stream()
                .map(s -> new ReportExtracted.Section(s.heading(), points.offset(s.start()), points.offset(s.end())))
                .toList();
        return new Extraction(metadata, sections, terms(glossary, points), reader.sorted(), version());
    }

    /** Before a speech addresses its hearers, a line that is no sentence belongs to its head or to the site's sidebar. */
    private static boolean isBesideHead(Sentence sentence, int address) {
        String words = sentence.text();
        return sentence.span().end() <= address && "。！？；".indexOf(words.charAt(words.length() - 1)) < 0;
    }

    private static List<ReportExtracted.Term> terms(Glossary glossary, CodePoints points) {
        return glossary.entries().stream()
                .map(e -> new ReportExtracted.Term(
                        e.term(),
                        points.offset(e.span().start()),
                        points.offset(e.span().end()),
                        e.explanation(),
                        points.offset(e.termSpan().start()),
                        points.offset(e.termSpan().end())))
                .toList();
    }

    /** The version that extractions of this build carry. */
    public static String version() {
        return VERSION;
    }
}
