package dev.zhibiao.extract.report;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.AreaLevel;
import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.events.ReportMetadata.Conflict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides which area a report is about: its session line and title name it, its body confirms or contradicts. */
final class AreaDecider {

    private static final Areas AREAS = Areas.load();
    private static final int LONGEST = 14;
    private static final int IN_SESSION = 400;
    private static final int IN_TITLE = 120;
    private static final int SUITS_ITS_WORDS = 25;
    /** 我区 speaks of the own area only; 全市 in a district's report compares. */
    private static final int OWN = 4;

    private static final int ENOUGH = 8;
    private static final Pattern SESSION = Pattern.compile("在([^\\n。，]{2,24}?)\\n?第[^\\n。，]{1,6}届人民代表大会");
    private static final String KINDS = "省市县区州旗盟";

    private final String text;
    private final Map<String, Integer> counts;
    private final char kind;

    AreaDecider(String text) {
        this.text = text;
        this.counts = AREAS.count(text);
        this.kind = kind();
    }

    /**
     * What was decided.
     *
     * @param area the area, where one is named
     * @param conflict the contradiction between title and body, where there is one
     */
    record Decision(@Nullable Area area, @Nullable Conflict conflict) {}

    Decision decide(@Nullable String title) {
        String head = text.substring(0, Math.min(1500, text.length()));
        if (head.contains("全国人民代表大会") && head.contains("国务院")) {
            return new Decision(AREAS.byCode("100000").orElse(null), null);
        }
        Map<Area, Integer> scores = new HashMap<>();
        Area titled = title == null ? null : chain(title);
        counts.keySet().forEach(word -> AREAS.named(word).forEach(a -> scores.putIfAbsent(a, body(a))));
        Matcher session = SESSION.matcher(head);
        if (session.find()) {
            named(session.group(1)).forEach(a -> scores.merge(a, IN_SESSION, Integer::sum));
        }
        if (title != null) {
            named(title).forEach(a -> scores.merge(a, IN_TITLE, Integer::sum));
        }
        Area best = null;
        int most = ENOUGH;
        for (Map.Entry<Area, Integer> score : scores.entrySet()) {
            boolean older = best != null
                    && score.getValue() == most
                    && score.getKey().code().compareTo(best.code()) < 0;
            if (score.getValue() > most || older) {
                most = score.getValue();
                best = score.getKey();
            }
        }
        return new Decision(best, conflict(titled, best));
    }

    private static @Nullable Conflict conflict(@Nullable Area titled, @Nullable Area decided) {
        if (titled == null
                || decided == null
                || titled.code().equals(decided.code())
                || titled.level() != decided.level()) {
            return null;
        }
        String body = place(decided);
        return new Conflict("area", List.of("title: " + place(titled), "body: " + body), body);
    }

    /** 宁波市江北区 */
    private static String place(Area area) {
        String above = AREAS.parent(area)
                .filter(p -> p.level() != AreaLevel.NATIONAL)
                .map(Area::name)
                .orElse("");
        return above + area.name();
    }

    /** How much the body speaks of an area, of what it belongs to, and in words that suit it (全区, 我县). */
    private int body(Area area) {
        int own = counts.getOrDefault(area.name(), 0) * 2 + counts.getOrDefault(Areas.shortName(area.name()), 0);
        int above = AREAS.parent(area)
                .map(p -> counts.getOrDefault(Areas.shortName(p.name()), 0))
                .orElse(0);
        boolean suits = area.name().charAt(area.name().length() - 1) == kind;
        int gone = area.lastYear() == null ? 0 : -3;
        return own == 0 ? 0 : Math.min(own, 60) + Math.min(above, 20) + (suits ? SUITS_ITS_WORDS : 0) + gone;
    }

    private char kind() {
        char kind = ' ';
        int most = 0;
        for (char c : KINDS.toCharArray()) {
            int said = count("全" + c) + OWN * count("我" + c);
            if (said > most) {
                most = said;
                kind = c;
            }
        }
        return kind;
    }

    private int count(String word) {
        int found = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            found++;
        }
        return found;
    }

    /** The areas that the last name of a phrase can mean, one where the name before it decides. */
    private static List<Area> named(String phrase) {
        Area one = chain(phrase);
        if (one != null) {
            return List.of(one);
        }
        String last = lastName(phrase, phrase.length());
        return last == null ? List.of() : AREAS.named(last);
    }

    private static @Nullable Area chain(String phrase) {
        String last = lastName(phrase, phrase.length());
        if (last == null) {
            return null;
        }
        List<Area> meant = AREAS.named(last);
        String before = lastName(phrase, phrase.lastIndexOf(last));
        if (before == null) {
            return meant.size() == 1 ? meant.get(0) : null;
        }
        List<Area> above = AREAS.named(before);
        for (Area area : meant) {
            for (Area a = AREAS.parent(area).orElse(null);
                    a != null;
                    a = AREAS.parent(a).orElse(null)) {
                if (above.contains(a)) {
                    return area;
                }
            }
        }
        return meant.size() == 1 ? meant.get(0) : null;
    }

    /** The name that ends last before a place, the longest where several do. */
    private static @Nullable String lastName(String phrase, int before) {
        for (int end = before; end > 1; end--) {
            for (int start = Math.max(0, end - LONGEST); start < end - 1; start++) {
                String word = phrase.substring(start, end);
                boolean full = KINDS.indexOf(word.charAt(word.length() - 1)) >= 0;
                if (full && !AREAS.named(word).isEmpty()) {
                    return word;
                }
            }
        }
        return null;
    }
}
