package dev.zhibiao.extract.report;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.AreaLevel;
import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.events.ReportMetadata.Conflict;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides which area a report is about: its session line and title name it, its body confirms or contradicts. */
final class AreaDecider {

    private static final int IN_SESSION = 400;
    private static final int IN_TITLE = 120;
    private static final int SUITS_ITS_WORDS = 25;
    /** 我区 speaks of the own area only; 全市 in a district's report compares. */
    private static final int OWN = 4;

    private static final int ENOUGH = 8;
    private static final int OPENING = 1500;
    private static final KeyedPattern NATIONAL_SESSION = KeyedPattern.compile("届全国人民代表大会第.{1,3}次会议");
    private static final KeyedPattern NATIONAL_GOVERNMENT =
            KeyedPattern.compile("代表(?:中华人民共和国)?国务院|受(?:中共中央和)?国务院的?委托");
    private static final Pattern SESSION =
            Pattern.compile("([^\\n。，、；]{2,28}?)\\n?第?[一二三四五六七八九十\\d]{1,4}届(?:人民代表大会|人大)");
    private static final Pattern DELEGATION = Pattern.compile("我(?:代表|受)([^\\n。，、；]{2,24}?)(?:革命委员会|(?:人民)?政府)");
    private static final Pattern TOWN = Pattern.compile("^(?:.*[省市县区旗在])?([\\u4e00-\\u9fa5]{1,8}(?:镇|乡|街道))$");

    private final String text;
    private final Head head;
    private final AreaNames names;
    private final Map<String, Integer> counts;
    private final char kind;
    /** Whose the session is that the opening speaks of, as written; empty where it speaks of none. */
    private final String session;

    /** Whose the government is for which the speaker says he reports. */
    private final String delegation;

    AreaDecider(Head head, @Nullable Integer year) {
        this.head = head;
        this.text = head.text();
        this.names = new AreaNames(year);
        this.counts = names.counts(text);
        this.kind = kind();
        String opening = opening();
        this.session = group(SESSION, opening);
        this.delegation = group(DELEGATION, opening);
    }

    /**
     * What was decided.
     *
     * @param area the area, where one is named; for a town the area it belongs to
     * @param town the town or street whose report it is, which no list has; null for the levels above
     * @param conflict the contradiction between title and body, where there is one
     */
    record Decision(
            @Nullable Area area,
            @Nullable String town,
            @Nullable Conflict conflict) {}

    Decision decide(@Nullable String title) {
        if (NATIONAL_SESSION.isIn(head.words()) || NATIONAL_GOVERNMENT.isIn(opening())) {
            return new Decision(names.nation().orElse(null), null, null);
        }
        String titled = title != null ? title : head.frontTitle() == null ? "" : head.frontTitle();
        Map<Area, Integer> scores = scores(titled);
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
        return new Decision(best, town(), title == null ? null : conflict(names.one(titled), best));
    }

    private Map<Area, Integer> scores(String titled) {
        Map<Area, Integer> scores = new HashMap<>();
        counts.keySet().forEach(word -> names.named(word).forEach(a -> scores.putIfAbsent(a, body(a))));
        add(scores, session, IN_SESSION);
        add(scores, delegation, IN_SESSION);
        add(scores, titled, IN_TITLE);
        if (head.frontTitle() != null && !titled.equals(head.frontTitle())) {
            add(scores, head.frontTitle(), IN_TITLE);
        }
        return scores;
    }

    private void add(Map<Area, Integer> scores, String phrase, int weight) {
        names.last(phrase).forEach(a -> scores.merge(a, weight, Integer::sum));
    }

    private String opening() {
        return text.substring(0, Math.min(OPENING, text.length()));
    }

    private static String group(Pattern pattern, String words) {
        Matcher m = pattern.matcher(words);
        return m.find() ? m.group(1) : "";
    }

    /** 横街镇, where the session or the government is a town's. */
    private @Nullable String town() {
        for (String place : List.of(session, delegation)) {
            Matcher m = TOWN.matcher(place);
            if (m.find()) {
                return m.group(1);
            }
        }
        return null;
    }

    private @Nullable Conflict conflict(@Nullable Area titled, @Nullable Area decided) {
        if (titled == null || decided == null || titled.code().equals(decided.code())) {
            return null;
        }
        // 浙江省 over the report of 宁波市 says less, not something else.
        if (names.isWithin(decided, List.of(titled)) || names.isWithin(titled, List.of(decided))) {
            return null;
        }
        String body = place(decided);
        return new Conflict("area", List.of("title: " + place(titled), "body: " + body), body);
    }

    /** 宁波市江北区 */
    private String place(Area area) {
        String above = names.parent(area)
                .filter(p -> p.level() != AreaLevel.NATIONAL)
                .map(Area::name)
                .orElse("");
        return above + area.name();
    }

    /** How much the body speaks of an area, of what it belongs to, and in words that suit it (全区, 我县). */
    private int body(Area area) {
        int own = counts.getOrDefault(area.name(), 0) * 2 + counts.getOrDefault(Areas.shortName(area.name()), 0);
        int above = names.parent(area)
                .map(p -> counts.getOrDefault(Areas.shortName(p.name()), 0))
                .orElse(0);
        boolean suits = area.name().charAt(area.name().length() - 1) == kind;
        return own == 0 ? 0 : Math.min(own, 60) + Math.min(above, 20) + (suits ? SUITS_ITS_WORDS : 0);
    }

    private char kind() {
        char most = ' ';
        int times = 0;
        int[] whole = kindsBehind('全');
        int[] own = kindsBehind('我');
        for (int i = 0; i < whole.length; i++) {
            int said = whole[i] + OWN * own[i];
            if (said > times) {
                times = said;
                most = AreaNames.KINDS.charAt(i);
            }
        }
        return most;
    }

    /** How often each kind of area stands behind a character, 全市 and 全县 behind 全. */
    private int[] kindsBehind(char before) {
        int[] found = new int[AreaNames.KINDS.length()];
        for (int at = text.indexOf(before); at >= 0 && at + 1 < text.length(); at = text.indexOf(before, at + 1)) {
            int kind = AreaNames.KINDS.indexOf(text.charAt(at + 1));
            if (kind >= 0) {
                found[kind]++;
            }
        }
        return found;
    }
}
