package dev.zhibiao.extract.report;

import dev.zhibiao.catalogue.Areas;
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
import dev.zhibiao.extract.grammar.text.Section;
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

    private static final Areas AREAS = Areas.load();

    private static final Pattern LAST_PLAN = Pattern.compile("(上一?个?|前一个)五年|五年前|上届");

    private static final String GLOSSARY = "名词解释|名词注释|名词说明|名词术语|^注释";

    /**
     * Reads a report.
     *
     * @param text the decoded text, nothing normalised
     */
    public Extraction extract(String text) {
        ReportMetadata metadata = MetadataReader.read(text);
        Document document = Document.of(text);
        CodePoints points = new CodePoints(text);
        Reader reader = new Reader(text, points, metadata);
        document.sentences().forEach(reader::read);
        List<ReportExtracted.Section> sections = document.sections().stream()
                .map(s -> new ReportExtracted.Section(s.heading(), points.offset(s.start()), points.offset(s.end())))
                .toList();
        return new Extraction(metadata, sections, List.of(), reader.sorted(), version());
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
        private final AreaParts parts;
        private final int target;
        private final Frames frames;
        private final List<Observation> observations = new ArrayList<>();
        private final Map<String, Integer> ordinals = new HashMap<>();
        private String lastPeriod = "";
        private @Nullable String lastBase;
        private final Map<String, String> lastOfUnit = new HashMap<>();

        Reader(String text, CodePoints points, ReportMetadata metadata) {
            this.text = text;
            this.points = points;
            this.reportId = ReportId.of(text);
            this.metadata = metadata;
            this.ownArea = new OwnArea(metadata.refArea());
            this.parts = new AreaParts(metadata);
            this.target = metadata.targetPeriod() == null ? 1 : Integer.parseInt(metadata.targetPeriod());
            int review = metadata.reviewPeriod() == null ? target - 1 : Integer.parseInt(metadata.reviewPeriod());
            this.frames = new Frames(review, target);
        }

        void read(Sentence sentence) {
            Frame frame = frames.next(sentence);
            Section section = sentence.section();
            if (section.chapter().matches(".*(" + GLOSSARY + ").*")) {
                return;
            }
            lastPeriod = "";
            lastBase = null;
            lastOfUnit.clear();
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
            if ((clause.contains("其中") || clause.startsWith("，占"))
                    && !lastPeriod.isEmpty()
                    && !clause.matches(".*\\d年.*")) {
                period = lastPeriod;
            }
            if (!DATED.matcher(period).matches()) {
                period = UNKNOWN_PERIOD;
            }
            if (said.measure() == Measure.MULTIPLE
                    && frame.plan()
                    && said.base() != null
                    && said.base().matches(".*(上一?个?五年|上届|“?十?[一二三四五六七八九]五”?(时期|期间)?)")
                    && period.equals(Integer.toString(frame.years().last()))) {
                // What is compared with a whole plan is a whole plan's.
                period = frame.years().notation();
            }
            if (said.before() && !period.equals(UNKNOWN_PERIOD)) {
                period = Integer.toString(startOf(frame, period));
            }
            boolean plannedMean = said.measure() == Measure.GROWTH
                    && frame.plan()
                    && frame.status() == Status.TARGET
                    && said.base() == null
                    && said.amount().value().signum() > 0
                    && !sentence.text().startsWith("翻", said.start())
                    && period.equals(Integer.toString(frame.years().last()))
                    && !sentence.text().substring(0, said.start()).matches(".*\\d年.*");
            if (plannedMean) {
                // The goals of a plan are yearly means, also where the word is left out.
                period = frame.years().notation();
            }
            // A yearly mean has the years of the plan; what stands beside it goes on with its own.
            lastPeriod = said.yearly() ? lastPeriod : period;
            int year = period.equals(UNKNOWN_PERIOD)
                    ? target
                    : Integer.parseInt(
                            period.substring(period.lastIndexOf('/') + 1).substring(0, 4));
            int start = points.offset(span.start());
            int end = points.offset(span.end());
            String place = start + "\n" + end + "\n" + measure;
            int ordinal = ordinals.merge(place, 1, Integer::sum) - 1;
            String indicator = ownArea.without(said.indicator());
            AreaParts.Part part = parts.of(indicator, said.measure() == Measure.RANK || moved);
            if (part != null) {
                indicator = part.indicator().isEmpty() ? lastOfUnit.getOrDefault(said.unit(), "") : part.indicator();
            }
            if (part != null && indicator.isEmpty()) {
                indicator = part.name();
                part = null;
            }
            lastOfUnit.put(said.unit(), indicator);
            return new Observation(
                    Sha256.hex(reportId + "\n" + place + "\n" + ordinal).substring(0, 32),
                    start,
                    end,
                    span.of(text),
                    indicator,
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
                    status(sentence.text(), said, frame, year).name().toLowerCase(Locale.ROOT),
                    part == null ? null : part.name(),
                    part == null || part.area() == null ? metadata.refArea() : AREAS.path(part.area()),
                    part == null || part.area() == null
                            ? metadata.areaCode()
                            : part.area().code(),
                    base(sentence.text(), said, frame, period, year),
                    said.scope(),
                    sentence.section().heading().isEmpty()
                            ? null
                            : sentence.section().heading(),
                    sentence.span().of(text),
                    finding.rule());
        }

        /** What 由18%提高到20% started from is of the year before, or of the year before the plan. */
        private int startOf(Frame frame, String period) {
            int year = Integer.parseInt(
                    period.substring(period.lastIndexOf('/') + 1).substring(0, 4));
            boolean done = frame.status() == Status.ACTUAL;
            return frame.plan() && done && year == frame.years().last()
                    ? frame.years().first() - 1
                    : done ? year - 1 : Math.min(year, target) - 1;
        }

        /** In a look-back over a plan, a growth that names no base is measured against the year before the plan. */
        private @Nullable String base(String words, Statement said, Frame frame, String period, int year) {
            boolean grown = said.measure() == Measure.GROWTH || said.measure() == Measure.CHANGE;
            boolean silent = said.base() == null && !said.yearly() && grown;
            String clause = words.substring(Math.max(words.lastIndexOf('；', said.start()), 0), said.start());
            boolean againstLastYear = clause.matches(".*(同比|上年|去年|当年).*");
            if (silent && lastBase != null && !againstLastYear && said.measure() == Measure.CHANGE) {
                return lastBase;
            }
            if (silent
                    && !againstLastYear
                    && !words.matches(".*\\d年.*")
                    && frame.plan()
                    && period.equals(Integer.toString(frame.years().last()))) {
                return Integer.toString(frame.years().first() - 1);
            }
            if (said.base() != null
                    && frame.plan()
                    && LAST_PLAN.matcher(said.base()).find()) {
                return said.base().contains("前")
                        ? Integer.toString(frame.years().first() - 1)
                        : frame.years().first() - 5 + "/" + (frame.years().first() - 1);
            }
            String base = Times.base(said.base(), said.measure() == Measure.MULTIPLE, year, target);
            lastBase = base == null ? lastBase : base;
            return base;
        }

        /** The clause up to a place. */
        private static String part(String words, int at) {
            return words.substring(Math.max(words.lastIndexOf('，', at), 0), at);
        }

        private Status status(String words, Statement said, Frame frame, int year) {
            int at = said.start();
            if (said.before()) {
                return frame.status() == Status.ACTUAL || year < target ? Status.ACTUAL : Status.TARGET;
            }
            if (frame.status() == Status.ACTUAL) {
                // 预计 at the head of a sentence holds for all of its list.
                boolean governs = words.substring(0, Math.min(at, 16)).matches("(预计|.{0,6}预计，).*");
                String before = governs ? "预计" : words.substring(Math.max(words.lastIndexOf('；', at), 0), at);
                return before.contains("预计") || before.replace("预期目标", "").contains("预期")
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
