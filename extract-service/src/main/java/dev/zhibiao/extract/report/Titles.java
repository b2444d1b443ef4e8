package dev.zhibiao.extract.report;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the title of a report as printed, and tells from it what kind of text it is. */
final class Titles {

    private static final Pattern REPORT =
            Pattern.compile("^#*[《“]?(.{0,40}(?:政府工作|政府)(?:的)?报告.{0,30}|.{0,30}人民政府工作报告.{0,30})$");
    private static final Pattern OTHER_REPORT = Pattern.compile("^#*(.{0,30}关于.{2,50}的报告|.{2,20}工作报告.{0,30})$");
    private static final KeyedPattern NO_TITLE = KeyedPattern.compile(
            ".*(。|(?<!工)作.{0,8}报告|听取|审议|我代表|会议上|代表大会第.{1,4}次会议$|[：:]$|^目录).*|^[（(—―─－-].*(会议|大会).*");
    private static final KeyedPattern SITE = KeyedPattern.compile("[_|｜].*$");
    private static final KeyedPattern NOTE = KeyedPattern.compile("(?:\\[\\^?\\d+\\]|[①-⑳]|[※])$");
    private static final KeyedPattern HEADLINE = KeyedPattern.compile("^#+(?=[^#\\n])");
    private static final KeyedPattern SUMMARY = KeyedPattern.compile("摘要|摘登|要点|节选|摘编|简版|（摘|\\(摘");
    private static final KeyedPattern NEWSROOM = KeyedPattern.compile("本报讯|本网讯|记者|通讯员|新华社|电）");

    private static final KeyedPattern MARK = KeyedPattern.compile("^#+");
    private static final KeyedPattern BELOW = KeyedPattern.compile("工作报告.{0,12}");
    private static final KeyedPattern SAID = KeyedPattern.compile(".*[。；：，！？、】\\]|]$|^[【\\[].*");
    private static final KeyedPattern NUMBERED = KeyedPattern.compile("[（(—一二三四五六七八九十\\d]");
    private static final KeyedPattern SESSION = KeyedPattern.compile("(?s)(代表大会|人大).{0,10}会议上");
    private static final KeyedPattern REPORTS = KeyedPattern.compile("工作报告|的报告");

    private Titles() {}

    static @Nullable String of(Head head) {
        String title = first(REPORT, head.lines());
        if (title == null) {
            title = split(head.lines());
        }
        if (title == null) {
            title = first(OTHER_REPORT, head.lines());
        }
        return title != null ? title : head.frontTitle() != null ? clean(head.frontTitle()) : headline(head.lines());
    }

    private static @Nullable String first(Pattern shape, List<String> lines) {
        for (String line : lines) {
            String words = SITE.withoutFirst(line);
            Matcher m = shape.matcher(words);
            if (m.matches() && !NO_TITLE.matches(words)) {
                return clean(m.group());
            }
        }
        return null;
    }

    /** A title in two lines: 某县人民政府, then 工作报告. */
    private static @Nullable String split(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            String above = MARK.withoutFirst(lines.get(i));
            String below = MARK.withoutFirst(lines.get(i + 1));
            if (above.endsWith("政府") && above.length() <= 24 && BELOW.matches(below)) {
                return clean(above + below);
            }
        }
        return null;
    }

    /** A newspaper's own headline: marked as a heading, or a line that ends in no mark before the account begins. */
    private static @Nullable String headline(List<String> lines) {
        for (String line : lines) {
            if (HEADLINE.isIn(line)) {
                return clean(line);
            }
        }
        String first = lines.isEmpty() ? "" : lines.get(0);
        boolean said = SAID.matches(first) || first.length() < 6 || first.length() > 60;
        return said || NUMBERED.begins(first) ? null : clean(first);
    }

    private static String clean(String line) {
        String title = NOTE.withoutFirst(MARK.withoutFirst(line));
        int half = title.length() / 2;
        // Pages print their title into the page's and the article's head without a break.
        boolean twice =
                half > 0 && title.length() % 2 == 0 && title.substring(half).equals(title.substring(0, half));
        return twice ? title.substring(half) : title;
    }

    /** {@code full}, {@code summary} or {@code news}. */
    static String kind(@Nullable String title, Head head) {
        if (title != null && SUMMARY.isIn(title)) {
            return "summary";
        }
        boolean session = SESSION.isIn(head.words());
        boolean speech = session || head.text().contains("各位代表") || head.text().contains("请予审议");
        boolean report = title != null && REPORTS.isIn(title);
        boolean newsroom =
                NEWSROOM.isIn(head.text(), 0, Math.min(300, head.text().length()));
        return speech || report && !newsroom ? "full" : "news";
    }
}
