package dev.zhibiao.extract.report;

import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.extract.grammar.rule.Measure;
import dev.zhibiao.extract.grammar.rule.Statement;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose a value is where it is not the report's own area's: of the area in front of its indicator, of the town at the head of
 * its clause, of the area that its sentence began with or, of a rank or growth, told of last, or of the place elsewhere that its
 * paragraph tells of, in this order.
 */
final class ValueAreas {

    /** What stands between a value of a part of the area and one that is not of it any more. */
    private static final Pattern ENDS = Pattern.compile("[；。]|[，、：](其[余他它]|[全我本][省市县区州旗](?!百强|[第前首排]))");

    private final OwnArea ownArea;
    private final AreaParts parts;
    private final Towns towns;
    private final Elsewhere elsewhere;
    private final Map<String, String> lastOfUnit = new HashMap<>();
    private String words = "";
    private AreaParts.@Nullable Part last;
    private int lastEnd;
    /** Whether the first value of the sentence was a part's: what it counts later is the part's, too. */
    private boolean began;

    ValueAreas(ReportMetadata metadata) {
        this.ownArea = new OwnArea(metadata.refArea());
        this.parts = new AreaParts(metadata);
        this.towns = new Towns(metadata.refArea());
        this.elsewhere = new Elsewhere(metadata);
    }

    /** Goes on to the next sentence of the report. */
    void next(Sentence sentence) {
        words = sentence.text();
        last = null;
        lastOfUnit.clear();
        elsewhere.next(sentence);
    }

    /**
     * The indicator of a value without the area in front of it, and that area; its name is empty where the value is of the
     * report's own. Values are asked for in the order in which their sentence has them.
     */
    AreaParts.Part of(Statement said, String unit) {
        String indicator = ownArea.without(said.indicator());
        boolean ranked = said.measure() != Measure.LEVEL && said.measure() != Measure.MULTIPLE;
        AreaParts.Part part = parts.of(indicator, ranked);
        if (part != null && part.indicator().isEmpty()) {
            // 广汉、什邡分别迈上…: of what was said of others just before.
            String before = lastOfUnit.getOrDefault(unit, "");
            part = before.isEmpty() ? null : new AreaParts.Part(part.name(), part.area(), before);
        }
        if (lastOfUnit.isEmpty()) {
            began = part != null;
        }
        if (part != null) {
            last = part;
            lastEnd = said.end();
        }
        AreaParts.Part found = part == null ? saidBefore(said, indicator) : part;
        lastOfUnit.put(unit, found.indicator());
        return found;
    }

    private AreaParts.Part saidBefore(Statement said, String indicator) {
        AreaParts.Part town = towns.of(words, said, indicator);
        if (town != null) {
            return town;
        }
        boolean goesOn = began || said.measure() != Measure.LEVEL;
        if (last != null
                && goesOn
                && lastEnd <= said.start()
                && !AreaParts.beginsWithPlace(indicator)
                && !isOver(said.start())) {
            // 东山县生产总值达到66亿元，总量居全省第一
            return new AreaParts.Part(last.name(), last.area(), indicator);
        }
        Elsewhere.Place place = elsewhere.at(said.start());
        if (place == null) {
            return new AreaParts.Part("", null, indicator);
        }
        String rest = indicator.startsWith(place.name())
                ? indicator.substring(place.name().length())
                : indicator;
        return new AreaParts.Part(place.name(), place.area(), rest.length() < 2 ? indicator : rest);
    }

    private boolean isOver(int start) {
        return ENDS.matcher(words)
                .region(lastEnd, start)
                .useTransparentBounds(true)
                .find();
    }
}
