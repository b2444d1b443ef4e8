package dev.zhibiao.extract.report;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.extract.grammar.indicator.Subjects;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The areas inside a report's own: 旌阳地区生产总值 is 地区生产总值 of 旌阳. A short name counts only before a name of something
 * measured, since roads and companies bear the names of places too; what the catalogue does not have is left alone.
 */
final class AreaParts {

    private static final Areas AREAS = AreaNames.AREAS;
    private static final KeyedPattern TIE = KeyedPattern.compile("^[的：]");
    /** What an area as a whole has; anything else may belong to a place, a port or a company that bears its name. */
    private static final KeyedPattern MACRO = KeyedPattern.compile(
            "^(实现|完成)?(人均)?(地区生产总值|国内生产总值|生产总值|经济总量|GDP|规模以上工业|规上工业|工业增加值|工业总产值|财政|地方财政|一般公共预算收入|公共财政预算收入|固定资产投资|全社会固定资产投资|社会消费品零售总额|城镇居民|农村居民|农民人均|居民人均|常住人口|城镇化率|全国.{0,8}百强|全省.{0,8}百强)");

    /** 东山、西河两县 */
    private static final KeyedPattern SO_MANY =
            KeyedPattern.compile("^([两二三四五六七八九十]|\\d+)个?(县区|区县|县市|城区|县（[市区]）|[县区市旗州])");

    private static final KeyedPattern JOIN = KeyedPattern.compile("^[、和与及]");
    /** What an area of a full name does: not its port, its park or its mine. */
    private static final KeyedPattern DOES = KeyedPattern.compile("^(全年|连续|率先|在全[国省市区]|累计|各|新增|完成|建成|引进|实现).{2}");

    private static final KeyedPattern THING = KeyedPattern.compile("[港矿厂园站]|开发区|公司|机场|景区|大学|学院|医院");

    /** Reports of one area come year after year; a year's names hold for all of its reports. */
    private static final Map<String, Map<String, Named>> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, Named> names;

    /**
     * An indicator without the area in front of it.
     *
     * @param name the area as written
     * @param area the catalogue's entry; null for a town or street, which it does not have, and where several bear the
     *     name
     * @param indicator the rest, empty where nothing was left
     */
    record Part(String name, @Nullable Area area, String indicator) {}

    /** Whom a name means: one area, or none of several that bear it. */
    private record Named(List<Area> areas, boolean full) {

        /** 长沙 is the city and not the county in it; a name of two districts is neither. */
        @Nullable
        Area one() {
            List<Area> highest = areas.stream()
                    .filter(area -> area.level() == areas.get(0).level())
                    .toList();
            return highest.size() == 1 ? highest.get(0) : null;
        }
    }

    AreaParts(ReportMetadata metadata) {
        String code = metadata.areaCode();
        String year = metadata.targetPeriod();
        this.names = code == null
                ? Map.of()
                : KNOWN.computeIfAbsent(
                        code + " " + year, key -> within(code, year == null ? null : Integer.valueOf(year)));
    }

    private static Map<String, Named> within(String code, @Nullable Integer year) {
        List<Area> all = AREAS.byCode(code).map(AREAS::within).orElse(List.of());
        Map<String, List<Area>> full = new HashMap<>();
        Map<String, List<Area>> brief = new HashMap<>();
        for (Area area : all) {
            full.computeIfAbsent(area.name(), name -> new ArrayList<>()).add(area);
            brief.computeIfAbsent(Areas.shortName(area.name()), name -> new ArrayList<>())
                    .add(area);
        }
        Map<String, Named> names = new HashMap<>();
        brief.forEach((name, areas) -> names.put(name, new Named(of(areas, year), false)));
        full.forEach((name, areas) -> names.put(name, new Named(of(areas, year), name.length() > 2)));
        return names;
    }

    /** Those of the areas of one name that a report of a year can mean: 萧山 was a city in 1998 and is a district today. */
    private static List<Area> of(List<Area> areas, @Nullable Integer year) {
        List<Area> listed = areas.stream()
                .filter(area -> year == null ? area.lastYear() == null : area.isListedIn(year))
                .toList();
        List<Area> possible = listed.isEmpty() && year != null
                ? areas.stream().filter(area -> area.mayExistIn(year)).toList()
                : listed;
        List<Area> meant = possible.isEmpty() ? areas : possible;
        return meant.stream().sorted(Comparator.comparing(Area::level)).toList();
    }

    /** The area that an indicator begins with, and the rest of it; null where it begins with none. */
    @Nullable
    Part of(String indicator, boolean ranked) {
        Part one = alone(indicator, ranked);
        return one == null ? joint(indicator) : one;
    }

    /** 东山、西河两县农民参保率: the areas that share a value are one name. */
    private @Nullable Part joint(String indicator) {
        List<String> joined = new ArrayList<>();
        int end = 0;
        for (String name = nameAt(indicator, 0); !name.isEmpty(); name = nameAt(indicator, end)) {
            joined.add(name);
            end += name.length();
            if (!JOIN.matcher(indicator).region(end, indicator.length()).lookingAt()) {
                break;
            }
            end++;
        }
        if (joined.size() < 2 || end > indicator.length()) {
            return null;
        }
        String said = indicator.substring(end);
        String rest = SO_MANY.withoutFirst(said);
        boolean counted = !rest.equals(said);
        boolean full = joined.stream().allMatch(this::isFull);
        boolean theirs = counted && !JOIN.begins(rest) || MACRO.isIn(rest) || full && DOES.isIn(rest);
        return theirs && rest.length() > 1 ? new Part(String.join("、", joined), null, rest) : null;
    }

    private boolean isFull(String name) {
        Named named = names.get(name);
        return named != null && named.full();
    }

    private String nameAt(String indicator, int start) {
        for (int length = Math.min(12, indicator.length() - start); length >= 2; length--) {
            String name = indicator.substring(start, start + length);
            if (names.containsKey(name) && !name.endsWith("新区")) {
                return name;
            }
        }
        return "";
    }

    private @Nullable Part alone(String indicator, boolean ranked) {
        for (int length = Math.min(12, indicator.length()); length >= 2; length--) {
            String name = indicator.substring(0, length);
            Named named = names.get(name);
            if (named == null || name.endsWith("新区")) {
                continue;
            }
            String rest = TIE.withoutFirst(indicator.substring(length));
            boolean full = named.full();
            boolean measured = MACRO.isIn(rest)
                    || full && (Subjects.isIndicator(rest) || ranked && rest.isEmpty() || isDone(name, rest));
            boolean joined =
                    rest.startsWith("、") || rest.startsWith("和") || rest.startsWith("至") || rest.startsWith("—");
            return !joined && (measured || rest.isEmpty()) ? new Part(name, named.one(), rest) : null;
        }
        return null;
    }

    /** Whether an indicator begins with the full name of some area, wherever it lies. */
    static boolean beginsWithPlace(String indicator) {
        for (int length = Math.min(12, indicator.length()); length > 2; length--) {
            String name = indicator.substring(0, length);
            if (AREAS.named(name).stream().anyMatch(area -> area.name().equals(name))) {
                return true;
            }
        }
        return false;
    }

    /** 东山县全年造林, but neither 新建区县文化馆 nor 东山县开发区新增企业. */
    private static boolean isDone(String name, String rest) {
        return !name.startsWith("新建") && DOES.isIn(rest) && !THING.isIn(rest);
    }
}
