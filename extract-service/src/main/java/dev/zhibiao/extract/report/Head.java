package dev.zhibiao.extract.report;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import dev.zhibiao.extract.grammar.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a report addresses its deputies or opens its first part: title, session, speaker. Blanks are gone and
 * digits are of one kind; the punctuation is as printed.
 *
 * @param lines its lines
 * @param frontTitle the title that a file's front matter gives, which is no part of the text
 * @param text the whole text, folded in the same way
 */
record Head(List<String> lines, @Nullable String frontTitle, String text) {

    private static final int MOST_LINES = 40;
    private static final int MOST_CHARACTERS = 2000;
    private static final Pattern FRONT_TITLE =
            Pattern.compile("\\A\\s*---\\s*\\n(?:.*\\n){0,20}?title:[ \\t]*(.+?)\\r?\\n");
    private static final KeyedPattern BODY = KeyedPattern.compile(
            "^(各位代表|同志们|各位委员|现在，?我|我(?:受.{2,20}委托|代表).{0,30}(?:政府|国务院)|(?:一|（一）|第一部分)、?.{0,30}(?:回顾|总结|工作|情况|成就|成绩|五年)).*");
    private static final int PROSE = 120;
    private static final Pattern TORN =
            Pattern.compile("\\s*([^\\n。]{6,200}?)(?=各位代表[：:，,！!]|同志们[：:，,！!]|一、)[^\\n]{" + PROSE + "}");
    private static final Pattern DASH = Pattern.compile("[-—―─]{1,3}(?=(19|20)\\d\\d年)|(?<=工作报告)(?=（?(19|20)\\d\\d年)");

    static Head of(PlainText plain) {
        Matcher front = FRONT_TITLE.matcher(plain.source());
        String title = front.lookingAt() ? Folded.of(front.group(1)) : null;
        String text = Folded.of(plain.text());
        List<String> lines = new ArrayList<>();
        int characters = 0;
        for (String line : parted(text.substring(0, Math.min(text.length(), 2 * MOST_CHARACTERS)))
                .split("\n")) {
            boolean body = BODY.matches(line) || line.length() > PROSE;
            if (body || lines.size() == MOST_LINES || characters > MOST_CHARACTERS) {
                break;
            }
            if (!line.isEmpty()) {
                lines.add(line);
                characters += line.length();
            }
        }
        return new Head(List.copyOf(lines), title, text);
    }

    /** In a text that has lost its line ends the address ends the head, and a dash its title. */
    private static String parted(String text) {
        Matcher torn = TORN.matcher(text);
        return torn.lookingAt()
                ? DASH.matcher(torn.group(1)).replaceAll("\n$0") + "\n" + text.substring(torn.end(1))
                : text;
    }

    /** Its lines as one text. */
    String words() {
        return String.join("\n", lines);
    }
}
