package dev.zhibiao.extract.grammar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terms that a report explains at its end (名词解释, 注释): what their numbers say are names, no observations. */
public final class Glossary {

    private static final Pattern COUNTER = Pattern.compile(
            "^\\s*[#*]*\\s*(?:\\[\\^?\\d{1,3}\\][.、：:]?|[①-⑳]|[（(]\\d{1,3}[)）]|注?\\d{1,3}\\s*[.、．：:](?!\\d)|注释?\\d{1,3}|[一二三四五六七八九十]{1,3}、)?\\s*\\**\\s*");
    private static final Pattern GLUED = Pattern.compile("(\\d{1,3})[.、．](?=\\d)");
    private static final KeyedPattern NOTE = KeyedPattern.compile("^\\s*(?:\\[\\^?\\d{1,3}\\]|[①-⑳])\\s*\\S.*");
    private static final Pattern PAGE_OF_TERM =
            Pattern.compile("\\s*[（(]\\s*(?:[Pp第]\\.?\\s*\\d+\\s*页?[、，,\\s]*)+[)）]\\s*$");
    private static final Pattern SAID = Pattern.compile("(?:，?(?:是指|指的是|即|指)(?![^，。]{0,6}[”》]))");
    private static final KeyedPattern OVER = KeyedPattern.compile(
            "^\\s*[#*]*\\s*(?:附件|附表|附图|附录)\\s*[一二三四五六七八九十\\d]*[\\s：:]?.{0,30}$|^.{0,24}(?:秘书处|办公室)(?:印|编印)?\\s*$|^\\s*(?:19|20)\\d\\d年\\d{1,2}月\\d{1,2}日.{0,10}$");
    private static final String OPEN = "“《（(〈‘「";
    private static final String CLOSE = "”》）)〉’」";
    private static final String ENDS = "。；;！？!?”）)";
    private static final int TERM_LONGEST = 60;
    private static final int TERM_UNMARKED = 40;
    private static final int HEADING = 100;
    private static final int NOTES = 2;

    private final PlainText plain;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Span> places = new ArrayList<>();

    /**
     * A term and what it means, by place in the source.
     *
     * @param term the name as printed, without marks of emphasis
     * @param termSpan where it stands
     * @param explanation what it means; line ends and page numbers that fall into it are left out
     * @param span where the explanation stands
     */
    public record Entry(String term, Span termSpan, String explanation, Span span) {}

    private Glossary(PlainText plain) {
        this.plain = plain;
    }

    /** Reads the glossary of a report; one without entries where it has none. */
    public static Glossary of(PlainText plain) {
        Glossary glossary = new Glossary(plain);
        String text = plain.text();
        boolean inside = false;
        int notes = glossary.notesFrom();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            boolean opens = end - start < HEADING && Headings.opensGlossary(folded(text, start, end));
            if (opens || start == notes) {
                inside = true;
                glossary.places.add(new Span(start, end));
            } else if (inside && OVER.matches(line)) {
                inside = false;
            }
            if (inside
                    && !opens
                    && !line.isBlank()
                    && !Blocks.PAGE.matcher(line.strip()).matches()) {
                glossary.line(line, start);
                Span place = glossary.places.remove(glossary.places.size() - 1);
                glossary.places.add(new Span(place.start(), end));
            }
            start = end + 1;
        }
        return glossary;
    }

    /** The entries in their order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Whether a place of the source lies in the glossary. */
    public boolean covers(int index) {
        return places.stream().anyMatch(place -> index >= place.start() && index < place.end());
    }

    /** Where the text ends in footnotes, ①…：… or [1] …, one after the other to the last line; -1 where it does not. */
    private int notesFrom() {
        String text = plain.text();
        int from = -1;
        int found = 0;
        for (int end = text.length(); end > 0; ) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            String line = text.substring(start, end);
            boolean note = NOTE.matches(line) && colon(line, 0) >= 0;
            if (!note && !line.isBlank()) {
                break;
            }
            found += note ? 1 : 0;
            from = note ? start : from;
            end = start - 1;
        }
        return found >= NOTES ? from : -1;
    }

    private void line(String line, int at) {
        Matcher counter = COUNTER.matcher(line);
        int from = counter.lookingAt() ? counter.end() : 0;
        // 11.41条举措 is the eleventh entry, 5.1平台 is the name of one.
        Matcher glued = GLUED.matcher(line).region(from, line.length());
        if (glued.lookingAt() && Integer.parseInt(glued.group(1)) == entries.size() + 1) {
            from = glued.end();
        }
        boolean counted = from > 0 && !line.substring(0, from).isBlank();
        boolean done = entries.isEmpty()
                || ENDS.indexOf(last(entries.get(entries.size() - 1).explanation())) >= 0;
        int colon = counted || done ? colon(line, from) : -1;
        if (colon < 0 || colon - from > (counted ? TERM_LONGEST : TERM_UNMARKED)) {
            continued(line, at);
            return;
        }
        int next = colon;
        while (next < line.length() && "：:*，".indexOf(line.charAt(next)) >= 0
                || next < line.length() && Folding.isBlank(line.charAt(next))) {
            next++;
        }
        add(line, at, from, colon, next);
    }

    private void add(String line, int at, int from, int colon, int next) {
        int termEnd = colon;
        while (termEnd > from && (line.charAt(termEnd - 1) == '*' || Folding.isBlank(line.charAt(termEnd - 1)))) {
            termEnd--;
        }
        Matcher page = PAGE_OF_TERM.matcher(line).region(from, termEnd);
        int bare = page.find() ? page.start() : termEnd;
        while (bare > from && (line.charAt(bare - 1) == '*' || Folding.isBlank(line.charAt(bare - 1)))) {
            bare--;
        }
        int end = line.length();
        while (end > next && (line.charAt(end - 1) == '*' || Folding.isBlank(line.charAt(end - 1)))) {
            end--;
        }
        if (bare > from && end > next) {
            String term = line.substring(from, bare);
            entries.add(new Entry(
                    term.replace("\u200B", ""),
                    span(at + from, at + bare),
                    said(at + next, at + end),
                    span(at + next, at + end)));
        }
    }

    /** Page ends tear explanations into several lines. */
    private void continued(String line, int at) {
        if (entries.isEmpty()) {
            return;
        }
        int from = line.length() - line.stripLeading().length();
        int end = line.stripTrailing().length();
        Entry torn = entries.remove(entries.size() - 1);
        entries.add(new Entry(
                torn.term(),
                torn.termSpan(),
                torn.explanation() + said(at + from, at + end),
                new Span(torn.span().start(), at + end)));
    }

    private Span span(int from, int to) {
        return new Span(plain.start(from), to);
    }

    private String said(int from, int to) {
        return plain.text().substring(from, to).replace("\u200B", "").replace("**", "");
    }

    private static char last(String words) {
        return words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
    }

    /** Where the term ends: the first colon outside quotes, or else before 是指. */
    private static int colon(String line, int from) {
        int depth = 0;
        for (int i = from; i < line.length() && i - from <= 2 * TERM_LONGEST; i++) {
            char c = line.charAt(i);
            depth += OPEN.indexOf(c) >= 0 ? 1 : 0;
            depth -= CLOSE.indexOf(c) >= 0 && depth > 0 ? 1 : 0;
            if (depth == 0 && (c == '：' || c == ':')) {
                return i;
            }
            if (depth == 0 && "。；，".indexOf(c) >= 0) {
                break;
            }
        }
        Matcher said = SAID.matcher(line).region(from, Math.min(line.length(), from + TERM_UNMARKED));
        return said.find() && said.start() > from ? said.start() : -1;
    }

    private static String folded(String text, int start, int end) {
        Folding line = new Folding(text);
        line.add(start, end);
        return line.block(0).text();
    }
}
