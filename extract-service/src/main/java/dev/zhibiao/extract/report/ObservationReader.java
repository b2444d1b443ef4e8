package dev.zhibiao.extract.report;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.events.Observation;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.events.Sha256;
import dev.zhibiao.extract.grammar.period.Frame;
import dev.zhibiao.extract.grammar.period.Frames;
import dev.zhibiao.extract.grammar.period.Terms;
import dev.zhibiao.extract.grammar.quantity.Bare;
import dev.zhibiao.extract.grammar.rule.Measure;
import dev.zhibiao.extract.grammar.rule.Rules;
import dev.zhibiao.extract.grammar.rule.Statement;
import dev.zhibiao.extract.grammar.text.CodePoints;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import dev.zhibiao.extract.grammar.text.Sentence;
import dev.zhibiao.extract.grammar.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one report's sentences in their order and makes observations of what they state. */
final class ObservationReader {

    private static final Areas AREAS = AreaNames.AREAS;
    private static final KeyedPattern PEOPLE = KeyedPattern.compile("人口|人数|人次|用户|游客|旅客|吞吐量");
    /** What 百万 without a unit is 元 of. */
    private static final KeyedPattern MONEY = KeyedPattern.compile("收入|支出|产值|总值|增加值|投资|营收|销售|[交成]易?额|贷款|存款|税|利润|资产|资金");

    private static final int ID_DIGITS = 32;

    private final String text;
    private final String reportId;
    private final CodePoints points;
    private final ReportMetadata metadata;
    private final ValueAreas areas;
    private final OwnRank ownRank;
    private final int target;
    private final int spoken;
    private final Frames frames;
    private final @Nullable PaperTimes paper;
    /** Whether the sentence before is a list of what is expected. */
    private boolean awaited;

    private final List<Observation> observations = new ArrayList<>();
    private final Map<String, Integer> ordinals = new HashMap<>();

    ObservationReader(String text, CodePoints points, ReportMetadata metadata, List<Sentence> sentences) {
        this.text = text;
        this.points = points;
        this.reportId = ReportId.of(text);
        this.metadata = metadata;
        this.areas = new ValueAreas(metadata);
        this.ownRank = new OwnRank(new OwnArea(metadata.refArea()));
        this.target = metadata.targetPeriod() == null ? 1 : Integer.parseInt(metadata.targetPeriod());
        String day =
                metadata.deliveredOn() == null ? "" : metadata.deliveredOn().toString();
        this.spoken = day.startsWith((target - 1) + "-") ? target - 1 : target;
        int review = metadata.reviewPeriod() == null ? target - 1 : Integer.parseInt(metadata.reviewPeriod());
        this.frames = new Frames(review, target, Terms.of(sentences, review));
        this.paper = "news".equals(metadata.kind()) ? new PaperTimes(sentences, target) : null;
    }

    /** Reads one sentence. */
    void read(Sentence sentence) {
        Frame frame = frames.next(sentence);
        Frame told = paper == null ? frame : paper.frame(sentence, frame);
        boolean goesOn = awaited && !sentence.opensParagraph();
        Dating dating = new Dating(sentence.text(), goesOn, told, target, spoken);
        awaited = Dating.awaits(sentence.text());
        areas.next(sentence);
        for (Rules.Finding finding : Rules.read(sentence)) {
            observations.add(observation(sentence, finding, dating.of(finding.statement())));
        }
    }

    private Observation observation(Sentence sentence, Rules.Finding finding, Dating.Dated dated) {
        Statement said = ownRank.of(finding.statement());
        Span span = sentence.source(said.start(), said.end());
        String measure = said.measure().name().toLowerCase(Locale.ROOT);
        int start = points.offset(span.start());
        int end = points.offset(span.end());
        String unit = unit(sentence.text(), said);
        AreaParts.Part part = areas.of(said, unit);
        return new Observation(
                id(start, end, measure),
                start,
                end,
                span.of(text),
                part.indicator(),
                code(sentence.text(), said, part.indicator(), unit),
                measure,
                said.amount().value(),
                said.amount().max(),
                unit,
                said.amount().comparator(),
                dated.period(),
                dated.status().name().toLowerCase(Locale.ROOT),
                part.name().isEmpty() ? null : part.name(),
                part.area() == null ? metadata.refArea() : path(part.area()),
                part.area() == null ? metadata.areaCode() : part.area().code(),
                dated.base(),
                said.scope(),
                sentence.section().heading().isEmpty()
                        ? null
                        : sentence.section().heading(),
                sentence.span().of(text),
                finding.rule());
    }

    /** The path that the area had in the report's year. */
    private String path(Area area) {
        return metadata.targetPeriod() == null ? AREAS.path(area) : AREAS.path(area, target);
    }

    private String id(int start, int end, String measure) {
        String place = start + "\n" + end + "\n" + measure;
        int ordinal = ordinals.merge(place, 1, Integer::sum) - 1;
        return Sha256.hex(reportId + "\n" + place + "\n" + ordinal).substring(0, ID_DIGITS);
    }

    private static @Nullable String code(String words, Statement said, String indicator, String unit) {
        String code = IndicatorCodes.of(indicator, said.measure(), unit);
        return code == null || IndicatorCodes.isNarrowed(said.indicator(), words.substring(0, said.start()))
                ? null
                : code;
    }

    /** A bare number before a step, 大关 or 台阶, is money, and so is one in 亿; one in 万 where money is measured. */
    private static String unit(String words, Statement said) {
        boolean bare = said.unit().isEmpty() && said.measure() == Measure.LEVEL && !PEOPLE.isIn(said.indicator());
        boolean money = words.charAt(said.end() - 1) == '亿'
                || MONEY.isIn(said.indicator())
                || Bare.stepEnd(words, said.end()) > said.end();
        return bare && money && Bare.measures(words, said.start(), said.end()) ? "元" : said.unit();
    }

    /** Everything read so far, by place. */
    List<Observation> sorted() {
        observations.sort(Comparator.comparingInt(Observation::start).thenComparingInt(Observation::end));
        return observations;
    }
}
