package dev.zhibiao.extract.report;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.AreaLevel;
import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A county or city elsewhere that a paragraph tells of: {@code 在我区支持下，册亨县建成茶园3万亩。带动当地200户}. What it has done
 * is its own, to the end of the paragraph or until the report's area is named again; who gives or sends something there is no
 * subject of what is given.
 */
final class Elsewhere {

    private static final String ENDS = "，；：。！？";
    private static final int LONGEST = 12;
    /** 老城区, 新建区县: words in every report, and names of districts too. */
    private static final KeyedPattern WORD =
            KeyedPattern.compile("([城新港矿郊中]区|^新建区|^[城河江桥港][东西南北口]区$|^湖滨区$|^.{2}|^.*地区)$");

    private static final Pattern DOES = Pattern.compile(
            "^(也|还|已|先后|去年|今年|全年|累计|共(?!同)|率先|大力|积极|深入|全面|不断|持续|依托|开设|开工|新[建增]|建成|完成|实现|引进|培育|发展(?!区)|种植|形成|举办|组织|成立|打造|脱贫|摘帽|成为|荣?获|入选)了?");
    /** 某市累计支援我县资金3亿元 */
    private static final Pattern GIVES = Pattern.compile("^[^，；。]*?(援|帮扶|帮助|支持|对口|捐|资助|投入|(?<!资产|完成|总)投资|赠|派)");

    private static final Pattern THERE = Pattern.compile("当地|该[县市区州旗]");
    private static final KeyedPattern BESIDES = KeyedPattern.compile("^(此外|另外)");

    private final AreaNames names;
    private final @Nullable Area own;
    private final Pattern here;
    private @Nullable Place last;
    private @Nullable Place now;
    private List<Turn> turns = List.of();

    /** From here on the values of a sentence are of a place elsewhere, or of none. */
    private record Turn(int at, @Nullable Place place) {}

    /**
     * A place that is neither the report's own nor in it nor what that belongs to.
     *
     * @param name as written
     * @param area the one it is; null where several bear the name
     */
    record Place(String name, @Nullable Area area) {}

    Elsewhere(ReportMetadata metadata) {
        String year = metadata.targetPeriod();
        this.names = new AreaNames(year == null ? null : Integer.valueOf(year));
        String code = metadata.areaCode();
        this.own = code == null ? null : AreaNames.AREAS.byCode(code).orElse(null);
        String brief = own == null ? "" : Areas.shortName(own.name());
        // 全县 may be said of the county elsewhere, too.
        String whole =
                own == null || own.level() == AreaLevel.COUNTY && own.name().endsWith("县")
                        ? ""
                        : "|全" + own.name().charAt(own.name().length() - 1);
        this.here = Pattern.compile("[我本][省市县区州旗]" + whole + (brief.isEmpty() ? "" : "|" + Pattern.quote(brief)));
    }

    /** Goes on to the next sentence of the report. */
    void next(Sentence sentence) {
        if (own == null || own.level() == AreaLevel.NATIONAL) {
            return;
        }
        String words = sentence.text();
        if (sentence.opensParagraph()) {
            last = null;
            now = null;
        }
        if (BESIDES.isIn(words)) {
            now = null;
        }
        List<Turn> found = subjects(words);
        if (found.isEmpty() && last == null) {
            turns = List.of();
            return;
        }
        Place there = found.isEmpty() ? last : found.get(0).place();
        found.addAll(turns(here, words, null));
        if (there != null) {
            found.addAll(turns(THERE, words, there));
        }
        found.sort((a, b) -> Integer.compare(a.at(), b.at()));
        found.add(0, new Turn(0, now));
        turns = found;
        for (Turn turn : found) {
            now = turn.place();
            last = now == null ? last : now;
        }
    }

    /** The place that a value of the sentence is of; null where it is of the report's own area. */
    @Nullable
    Place at(int start) {
        Place place = null;
        for (Turn turn : turns) {
            place = turn.at() <= start ? turn.place() : place;
        }
        return place;
    }

    private static List<Turn> turns(Pattern pattern, String words, @Nullable Place place) {
        List<Turn> found = new ArrayList<>();
        for (Matcher m = pattern.matcher(words); m.find(); ) {
            found.add(new Turn(m.start(), place));
        }
        return found;
    }

    private List<Turn> subjects(String words) {
        List<Turn> found = new ArrayList<>();
        for (int start = 0; start < words.length(); start++) {
            if (start == 0 || ENDS.indexOf(words.charAt(start - 1)) >= 0) {
                Place place = subject(words, start);
                if (place != null) {
                    found.add(new Turn(start, place));
                }
            }
        }
        return found;
    }

    private @Nullable Place subject(String words, int start) {
        for (int end = Math.min(words.length(), start + LONGEST); end > start + 2; end--) {
            if (AreaNames.KINDS.indexOf(words.charAt(end - 1)) < 0) {
                continue;
            }
            String name = words.substring(start, end);
            List<Area> meant = names.named(name).stream()
                    .filter(a -> a.name().equals(name))
                    .toList();
            if (!meant.isEmpty()) {
                boolean subject = meant.stream().allMatch(this::isElsewhere)
                        && !WORD.isIn(name)
                        && DOES.matcher(words).region(end, words.length()).lookingAt()
                        && !GIVES.matcher(words).region(end, words.length()).lookingAt();
                return subject ? new Place(name, meant.size() == 1 ? meant.get(0) : null) : null;
            }
        }
        return null;
    }

    private boolean isElsewhere(Area area) {
        Area home = own;
        return home != null
                && area.level() != AreaLevel.PROVINCE
                && !area.code().equals(home.code())
                && !names.isWithin(area, List.of(home))
                && !names.isWithin(home, List.of(area));
    }
}
