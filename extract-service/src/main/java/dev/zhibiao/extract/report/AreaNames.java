package dev.zhibiao.extract.report;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.Areas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of areas as a text of a certain year means them. */
final class AreaNames {

    /** Last characters of full names. */
    static final String KINDS = "省市县区州旗盟";

    /** Loaded once for all that ask for areas. */
    static final Areas AREAS = Areas.load();

    private static final int LONGEST = 14;

    private final @Nullable Integer year;

    AreaNames(@Nullable Integer year) {
        this.year = year;
    }

    /** The areas that a name can mean. 城区 and 郊区 were names of districts and are words in every report. */
    List<Area> named(String name) {
        if (isWord(name)) {
            return List.of();
        }
        return year == null ? AREAS.named(name) : AREAS.named(name, year);
    }

    private static boolean isWord(String name) {
        return name.length() == 2 && name.endsWith("区");
    }

    Optional<Area> parent(Area area) {
        return year == null ? AREAS.parent(area) : AREAS.parent(area, year);
    }

    Optional<Area> nation() {
        return AREAS.byCode("100000");
    }

    /** How often a text says each name, full or short. */
    Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = AREAS.count(text);
        // Every name that the catalogue counts has areas, of another year where there are none of this one.
        counts.keySet().removeIf(AreaNames::isWord);
        return counts;
    }

    /** The areas that the last name of a phrase can mean, one where the name before it decides. */
    List<Area> last(String phrase) {
        Area one = one(phrase);
        if (one != null) {
            return List.of(one);
        }
        String last = lastName(phrase, phrase.length());
        return last == null ? List.of() : full(last);
    }

    /** The areas whose full name this is: 新市 is short for a 新市区 and no name beside a 县. */
    private List<Area> full(String name) {
        return named(name).stream().filter(a -> a.name().equals(name)).toList();
    }

    /** The one area that a phrase means, or null. */
    @Nullable
    Area one(String phrase) {
        String last = lastName(phrase, phrase.length());
        if (last == null) {
            return null;
        }
        List<Area> meant = full(last);
        String before = lastName(phrase, phrase.lastIndexOf(last));
        List<Area> above = before == null ? List.of() : full(before);
        return meant.stream()
                .filter(area -> isWithin(area, above))
                .findFirst()
                .orElse(meant.size() == 1 ? meant.get(0) : null);
    }

    boolean isWithin(Area area, List<Area> above) {
        for (Area a = parent(area).orElse(null); a != null; a = parent(a).orElse(null)) {
            if (above.contains(a)) {
                return true;
            }
        }
        return false;
    }

    /** The name that ends last before a place, the longest where several do. */
    private @Nullable String lastName(String phrase, int before) {
        for (int end = before; end > 1; end--) {
            if (KINDS.indexOf(phrase.charAt(end - 1)) < 0) {
                continue;
            }
            for (int start = Math.max(0, end - LONGEST); start < end - 1; start++) {
                String word = phrase.substring(start, end);
                if (!full(word).isEmpty()) {
                    return word;
                }
            }
        }
        return null;
    }
}
