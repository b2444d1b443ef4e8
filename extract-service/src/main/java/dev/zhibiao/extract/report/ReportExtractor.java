package dev.zhibiao.extract.report;

import dev.zhibiao.events.Observation;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.events.Sha256;
import dev.zhibiao.extract.grammar.period.Frame;
import dev.zhibiao.extract.grammar.period.Frames;
import dev.zhibiao.extract.grammar.period.Status;
import dev.zhibiao.extract.grammar.period.Times;
import dev.zhibiao.extract.grammar.rule.Measure;
import dev.zhibiao.extract.grammar.rule.Rules;
import dev.zhibiao.extract.grammar.rule.Statement;
import dev.zhibiao.extract.grammar.text.CodePoints;
import dev.zhibiao.extract.grammar.text.Document;
import dev.zhibiao.extract.grammar.text.Glossary;
import dev.zhibiao.extract.grammar.text.PlainText;
import dev.zhibiao.extract.grammar.text.Sentence;
import dev.zhibiao.extract.grammar.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a whole report: its metadata, its sections and every observation with its place in the text. */
public final class ReportExtractor {

    /** Grows with every release whose observations differ. */
    private static final int RELEASE = 1;

    private static final String VERSION = RELEASE + "-" + GrammarDigest.of(ReportExtractor.class);

    /** SDMX's {@code _U}: a report that names no year, and a sentence that names none either. */
    private static final String UNKNOWN_PERIOD = "_U";

    /** Four digits to begin and to end with; a year counted from an unknown one has fewer. */
    private static final Pattern DATED = Pattern.compile("\\d{4}(-[^/]+)?(/\\d{4}(-[^/]+)?)?");

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
        Reader reader = new Reader(text, points, metadata);
        document.sentences().stream()
                .filter(s -> !glossary.covers(s.span().start()))
                .forEach(reader::read);
        List<ReportExtracted.Section> sections = document.sections().stream()
                .map(s -> new ReportExtracted.Section(s.heading(), points.offset(s.start()), points.offset(s.end())))
                .toList();
        return new Extraction(metadata, sections, terms(glossary, points), reader.sorted(), version());
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

    private static final class Reader {
        private final String text;
        private final String reportId;
        private final CodePoints points;
        private final ReportMetadata metadata;
        private final OwnArea ownArea;
        private final int target;
        private final Frames frames;
        private final List<Observation> observations = new ArrayList<>();
        private final Map<String, Integer> ordinals = new HashMap<>();
        private String lastPeriod = "";

        Reader(String text, CodePoints points, ReportMetadata metadata) {
            this.text = text;
            this.points = points;
            this.reportId = ReportId.of(text);
            this.metadata = metadata;
            this.ownArea = new OwnArea(metadata.refArea());
            this.target = metadata.targetPeriod() == null ? 1 : Integer.parseInt(metadata.targetPeriod());
            int review = metadata.reviewPeriod() == null ? target - 1 : Integer.parseInt(metadata.reviewPeriod());
            this.frames = new Frames(review, target);
        }

        void read(Sentence sentence) {
            Frame frame = frames.next(sentence);
            lastPeriod = "";
            for (Rules.Finding finding : Rules.read(sentence)) {
                observations.add(observation(sentence, frame, finding));
            }
        }

        private Observation observation(Sentence sentence, Frame frame, Rules.Finding finding) {
            Statement said = finding.statement();
            Span span = sentence.source(said.start(), said.end());
            String measure = said.measure().name().toLowerCase(Locale.ROOT);
            boolean moved = said.measure() == Measure.GROWTH
                    || said.measure() == Measure.CHANGE
                    || said.measure() == Measure.RANK;
            String period = Times.period(
                    sentence.text(),
                    said.start(),
                    said.indicator(),
                    moved || said.measure() == Measure.RANK,
                    said.yearly(),
                    frame,
                    target);
            String clause = part(sentence.text(), said.start());
            // What it is a part of was said before, and so was when.
            if ((clause.contains("其中") || clause.startsWith("，占")) && !lastPeriod.isEmpty()) {
                period = lastPeriod;
            }
            if (!DATED.matcher(period).matches()) {
                period = UNKNOWN_PERIOD;
            }
            lastPeriod = period;
            int year = period.equals(UNKNOWN_PERIOD)
                    ? target
                    : Integer.parseInt(
                            period.substring(period.lastIndexOf('/') + 1).substring(0, 4));
            int start = points.offset(span.start());
            int end = points.offset(span.end());
            String place = start + "\n" + end + "\n" + measure;
            int ordinal = ordinals.merge(place, 1, Integer::sum) - 1;
            return new Observation(
                    Sha256.hex(reportId + "\n" + place + "\n" + ordinal).substring(0, 32),
                    start,
                    end,
                    span.of(text),
                    ownArea.without(said.indicator()),
                    null,
                    measure,
                    said.amount().value(),
                    said.amount().max(),
                    said.unit().isEmpty()
                                    && said.measure() == Measure.LEVEL
                                    && sentence.text().startsWith("大关", said.end())
                            ? "元"
                            : said.unit(),
                    said.amount().comparator(),
                    period,
                    status(sentence.text(), said.start(), frame, year).name().toLowerCase(Locale.ROOT),
                    null,
                    metadata.refArea(),
                    metadata.areaCode(),
                    base(sentence.text(), said, frame, period, year),
                    said.scope(),
                    sentence.section().heading().isEmpty()
                            ? null
                            : sentence.section().heading(),
                    sentence.span().of(text),
                    finding.rule());
        }

        /** In a look-back over a plan, a growth that names no base is measured against the year before the plan. */
        private @Nullable String base(String words, Statement said, Frame frame, String period, int year) {
            boolean grown = said.measure() == Measure.GROWTH || said.measure() == Measure.CHANGE;
            boolean silent = said.base() == null && !said.yearly() && !words.matches(".*(同比|\\d年|上年).*");
            if (grown
                    && silent
                    && frame.plan()
                    && period.equals(Integer.toString(frame.years().last()))) {
                return Integer.toString(frame.years().first() - 1);
            }
            return Times.base(said.base(), said.measure() == Measure.MULTIPLE, year, target);
        }

        /** The clause up to a place. */
        private static String part(String words, int at) {
            return words.substring(Math.max(words.lastIndexOf('，', at), 0), at);
        }

        private Status status(String words, int at, Frame frame, int year) {
            if (frame.status() == Status.ACTUAL) {
                String before = words.substring(Math.max(words.lastIndexOf('；', at), 0), at);
                return before.contains("预计") || before.contains("预期")
                        ? Status.ESTIMATE
                        : year > target ? Status.TARGET : Status.ACTUAL;
            }
            return year < target ? Status.ACTUAL : Status.TARGET;
        }

        List<Observation> sorted() {
            observations.sort(Comparator.comparingInt(Observation::start).thenComparingInt(Observation::end));
            return observations;
        }
    }
}
