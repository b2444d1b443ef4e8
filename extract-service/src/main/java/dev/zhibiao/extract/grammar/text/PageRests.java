package dev.zhibiao.extract.grammar.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the lines that belong to the page, the file or the print and not to the report, and makes them blank. */
final class PageRests {

    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A\\s*---[ \\t]*\\r?\\n(?:[^\\n]{0,400}\\n){0,20}?---[ \\t]*\\r?(?:\\n|\\z)");
    private static final KeyedPattern CONTENTS = KeyedPattern.compile(
            "^.{2,60}?(?:…{1,}|⋯+|\\.{4,}|．{3,}|·{4,}|—{4,}|-{5,}|_{4,})[\\s.…·]*[（(]?\\d{1,3}[)）]?$");
    private static final KeyedPattern CONTENTS_HEAD = KeyedPattern.compile("^目录[：:]?$");
    private static final KeyedPattern LIST =
            KeyedPattern.compile("^[-•·*]?(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章部节]|\\d{1,2}[.、．])");
    private static final KeyedPattern YEAR = KeyedPattern.compile("(?:19|20)\\d\\d年?");
    private static final KeyedPattern PAGE_NUMBER = KeyedPattern.compile("[—－-]*\\d{1,3}[—－-]*$");
    private static final KeyedPattern SENTENCE = KeyedPattern.compile("[。！？；：，]");
    private static final KeyedPattern BULLET = KeyedPattern.compile("^[-•·]");
    private static final int LONGEST = 300;
    private static final String PARAGRAPH = "。".repeat(LONGEST);
    private static final int HEADER_LONGEST = 40;
    private static final int HEADER_TIMES = 3;
    private static final int CONTENTS_LONGEST = 70;

    private final char[] text;
    private final List<Line> lines = new ArrayList<>();

    /** A line that says something: its place, and its words without blanks and marks. */
    private record Line(int start, int end, String words) {}

    private PageRests(String text) {
        this.text = text.toCharArray();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            // Longer lines are paragraphs, and most of the text: they are not looked at.
            String words = end - start > LONGEST ? PARAGRAPH : words(text, start, end);
            if (!words.isEmpty()) {
                lines.add(new Line(start, end, words));
            }
            start = end + 1;
        }
    }

    static String blank(String text) {
        Matcher front = FRONT_MATTER.matcher(text);
        int body = front.lookingAt() ? front.end() : 0;
        PageRests rests = new PageRests(text);
        rests.blank(0, body);
        rests.navigation(text);
        rests.contents();
        rests.runningHeaders();
        return new String(rests.text);
    }

    private static String words(String text, int start, int end) {
        StringBuilder words = new StringBuilder();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Folding.isBlank(c) && c != '*' && c != '#' && c != '\u200B' && c != '\uFEFF') {
                words.append(c >= '０' && c <= '９' ? (char) (c - 0xFEE0) : c);
            }
        }
        return words.toString();
    }

    private void blank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] != '\n') {
                text[i] = ' ';
            }
        }
    }

    private void navigation(String source) {
        boolean related = false;
        for (Line line : lines) {
            if (Navigation.opensRelated(line.words())) {
                related = true;
            } else if (line.words().indexOf('。') >= 0) {
                related = false;
            }
            if (related || Navigation.is(line.words(), source, line.start(), line.end())) {
                blank(line.start(), line.end());
            }
        }
    }

    private void contents() {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (endsInNumber(line.words()) && CONTENTS.matches(line.words())) {
                blank(line.start(), line.end());
            } else if (CONTENTS_HEAD.matches(line.words())) {
                int end = contentsEnd(i + 1);
                for (int j = i; j < end; j++) {
                    blank(lines.get(j).start(), lines.get(j).end());
                }
            }
        }
    }

    private static boolean endsInNumber(String words) {
        char last = words.charAt(words.length() - 1);
        return last >= '0' && last <= '9' || last == ')' || last == '）';
    }

    /** A table without page numbers ends where its entries stop; it is one only where the text repeats the first. */
    private int contentsEnd(int from) {
        String first = from < lines.size() ? bare(from) : "";
        int end = from;
        while (end < lines.size()
                && lines.get(end).words().length() <= CONTENTS_LONGEST
                && LIST.isIn(lines.get(end).words())
                && (end == from || !bare(end).equals(first))) {
            end++;
        }
        boolean repeated = false;
        for (int i = end; i < lines.size() && end > from; i++) {
            repeated |= bare(i).equals(first);
        }
        boolean numbered =
                from < lines.size() && CONTENTS.matches(lines.get(from).words());
        return repeated ? end : numbered ? from : from - 1;
    }

    private String bare(int line) {
        return BULLET.withoutFirst(lines.get(line).words());
    }

    /** A short line that comes again and again and says nothing but the report's name or stands at page ends. */
    private void runningHeaders() {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String words = lines.get(i).words();
            if (words.length() <= HEADER_LONGEST) {
                places.computeIfAbsent(PAGE_NUMBER.withoutFirst(words), w -> new ArrayList<>())
                        .add(i);
            }
        }
        places.forEach((words, at) -> {
            if (at.size() >= HEADER_TIMES && isHeader(words, at)) {
                at.stream().skip(1).map(lines::get).forEach(l -> blank(l.start(), l.end()));
            }
        });
    }

    private boolean isHeader(String words, List<Integer> at) {
        boolean figures = YEAR.without(words).chars().anyMatch(c -> c >= '0' && c <= '9');
        if (words.length() < 4 || figures || SENTENCE.isIn(words) || LIST.isIn(words)) {
            return false;
        }
        long pages = at.stream().filter(i -> isPage(i - 1) || isPage(i + 1)).count();
        return words.endsWith("工作报告") || pages * 2 >= at.size();
    }

    private boolean isPage(int line) {
        return line >= 0
                && line < lines.size()
                && Blocks.PAGE.matcher(lines.get(line).words()).matches();
    }
}
