package dev.zhibiao.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The administrative divisions of China down to the county, with what is known of their validity. */
public final class Areas {

    private static final String RESOURCE = "areas.tsv";
    private static final Area NATION = new Area("100000", "中国", AreaLevel.NATIONAL, null, null);
    /** A few thousand names, asked for again with every report. */
    private static final Map<String, String> SHORT = new ConcurrentHashMap<>();

    private static final Pattern SUFFIX = Pattern.compile("(特别行政区|自治[区州县旗]|(?<=神农架)林区|矿区|地区|省|市|县|区|盟|旗)$");

    private final Map<String, Area> newest = new HashMap<>();
    private final Map<String, List<Area>> codes = new HashMap<>();
    private final Map<String, List<Area>> names = new HashMap<>();

    private NameIndex spoken = new NameIndex(List.of());

    private Areas() {}

    /**
     * Loads the catalogue.
     *
     * @throws IllegalStateException where the list has a blank or an area twice
     */
    public static Areas load() {
        return Resources.read(RESOURCE, Areas::read);
    }

    static Areas read(BufferedReader lines) throws IOException {
        Areas areas = new Areas();
        Set<String> seen = new HashSet<>();
        areas.add(NATION);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 4 || !cells[0].matches("\\d{6}") || cells[1].isBlank()) {
                throw new IllegalStateException("no area: " + line);
            }
            if (!seen.add(cells[0] + cells[1])) {
                throw new IllegalStateException("a second time: " + line);
            }
            areas.add(new Area(cells[0], cells[1], level(cells[0]), year(cells[2]), year(cells[3])));
        }
        areas.spoken = new NameIndex(areas.names.keySet());
        return areas;
    }

    private static @Nullable Integer year(String cell) {
        return cell.isEmpty() ? null : Integer.valueOf(cell);
    }

    private static AreaLevel level(String code) {
        return code.endsWith("0000") ? AreaLevel.PROVINCE : code.endsWith("00") ? AreaLevel.CITY : AreaLevel.COUNTY;
    }

    private void add(Area area) {
        Area before = newest.get(area.code());
        if (before == null
                || area.lastYear() == null
                || before.lastYear() != null && area.lastYear() > before.lastYear()) {
            newest.put(area.code(), area);
        }
        codes.computeIfAbsent(area.code(), c -> new ArrayList<>()).add(area);
        names.computeIfAbsent(area.name(), n -> new ArrayList<>()).add(area);
        String shorter = shortName(area.name());
        if (!shorter.equals(area.name())) {
            names.computeIfAbsent(shorter, n -> new ArrayList<>()).add(area);
        }
    }

    /** 海曙 of 海曙区, 湘西 of 湘西土家族苗族自治州; the name itself where less than two characters would be left. */
    public static String shortName(String name) {
        return SHORT.computeIfAbsent(name, Areas::shortened);
    }

    private static String shortened(String name) {
        String shorter = SUFFIX.matcher(name).replaceFirst("");
        for (String next = shorten(shorter); !next.equals(shorter); next = shorten(shorter)) {
            shorter = next;
        }
        return shorter.length() < 2 ? name : shorter;
    }

    private static String shorten(String name) {
        String shorter = name.replaceFirst(
                "(?<=..)(土家族|苗族|藏族|羌族|彝族|哈萨克|蒙古族?|回族?|壮族|维吾尔|布依族|侗族|傣族|白族|哈尼族|朝鲜族|景颇族|傈僳族|柯尔克孜|满族|瑶族|黎族|畲族|拉祜族|佤族|土族|撒拉族|各族)$",
                "");
        return shorter.length() < 2 ? name : shorter;
    }

    /** The area of a code, by its newest name. */
    public Optional<Area> byCode(String code) {
        return Optional.ofNullable(newest.get(code));
    }

    /** The area of a code by the name it bore in a year; by its newest name where no list of that year has the code. */
    public Optional<Area> byCode(String code, int year) {
        return codes.getOrDefault(code, List.of()).stream()
                .filter(a -> a.isListedIn(year))
                .findFirst()
                .or(() -> byCode(code));
    }

    /** All areas of a name, full or short, of all times; names repeat across the country. */
    public List<Area> named(String name) {
        return Collections.unmodifiableList(names.getOrDefault(name, List.of()));
    }

    /** All areas that belong to an area, at every level below it, in the order of their codes. */
    public List<Area> within(Area area) {
        String code = area.code();
        String prefix = area.level() == AreaLevel.NATIONAL
                ? ""
                : area.level() == AreaLevel.PROVINCE ? code.substring(0, 2) : code.substring(0, 4);
        if (area.level() == AreaLevel.COUNTY) {
            return List.of();
        }
        return names.values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(a -> a.code().startsWith(prefix) && a.level().compareTo(area.level()) > 0)
                .sorted(Comparator.comparing(Area::code))
                .toList();
    }

    /** How often each name, full or short, stands in a text; 宁波市 counts as 宁波 too. */
    public Map<String, Integer> count(String text) {
        return spoken.count(text);
    }

    /** The areas of a name that may have existed in a year; those of all times where none of them did. */
    public List<Area> named(String name, int year) {
        List<Area> all = named(name);
        if (all.isEmpty()) {
            return all;
        }
        List<Area> listed = all.stream().filter(a -> a.isListedIn(year)).toList();
        if (!listed.isEmpty()) {
            return listed;
        }
        List<Area> possible = all.stream().filter(a -> a.mayExistIn(year)).toList();
        return possible.isEmpty() ? all : possible;
    }

    /** The division that an area belongs to, or belonged to last; empty for the nation. */
    public Optional<Area> parent(Area area) {
        return parent(area, area.lastYear() == null ? Integer.MAX_VALUE : area.lastYear());
    }

    /** The division that an area belonged to in a year; empty for the nation. */
    public Optional<Area> parent(Area area, int year) {
        return switch (area.level()) {
            case NATIONAL -> Optional.empty();
            case PROVINCE -> Optional.of(NATION);
            case CITY -> province(area, year);
            case COUNTY -> byCode(area.code().substring(0, 4) + "00", year).or(() -> province(area, year));
        };
    }

    private Optional<Area> province(Area area, int year) {
        return byCode(area.code().substring(0, 2) + "0000", year);
    }

    /** Full path without the nation: {@code 浙江省/宁波市/海曙区}. */
    public String path(Area area) {
        return path(area, area.lastYear() == null ? Integer.MAX_VALUE : area.lastYear());
    }

    /** Full path in a year, without the nation: {@code 新疆维吾尔自治区/哈密地区/哈密市} in 2015. */
    public String path(Area area, int year) {
        Optional<Area> above = parent(area, year).filter(p -> p.level() != AreaLevel.NATIONAL);
        return above.map(p -> path(p, year) + "/" + area.name()).orElse(area.name());
    }
}
