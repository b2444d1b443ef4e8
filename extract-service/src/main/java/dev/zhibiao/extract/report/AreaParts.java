package dev.zhibiao.extract.report;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.extract.grammar.indicator.Subjects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The areas inside a report's own: 旌阳地区生产总值 is 地区生产总值 of 旌阳. A short name counts only before a name of something
 * measured, since roads and companies bear the names of places too; what the catalogue does not have is left alone.
 */
final class AreaParts {

    private static final Areas AREAS = AreaNames.AREAS;
    private static final Pattern TIE = Pattern.compile("^[的：]");
    /** What an area as a whole has; anything else may belong to a place, a port or a company that bears its name. */
    private static final Pattern MACRO = Pattern.compile(
            "^(实现|完成)?(人均)?(地区生产总值|国内生产总值|生产总值|经济总量|GDP|规模以上工业|规上工业|工业增加值|工业总产值|财政|地方财政|一般公共预算收入|公共财政预算收入|固定资产投资|全社会固定资产投资|社会消费品零售总额|城镇居民|农村居民|农民人均|居民人均|常住人口|城镇化率|全国.{0,8}百强|全省.{0,8}百强)");

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
        for (int length = Math.min(12, indicator.length()); length >= 2; length--) {
            String name = indicator.substring(0, length);
            Named named = names.get(name);
            if (named == null || name.endsWith("新区")) {
                continue;
            }
            String rest = TIE.matcher(indicator.substring(length)).replaceFirst("");
            boolean full = named.full();
            boolean measured =
                    MACRO.matcher(rest).find() || full && (Subjects.isIndicator(rest) || ranked && rest.isEmpty());
            boolean joined =
                    rest.startsWith("、") || rest.startsWith("和") || rest.startsWith("至") || rest.startsWith("—");
            return !joined && (measured || rest.isEmpty()) ? new Part(name, named.one(), rest) : null;
        }
        return null;
    }
}
