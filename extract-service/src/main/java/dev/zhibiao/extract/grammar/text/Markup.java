package dev.zhibiao.extract.grammar.text;

import java.util.BitSet;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tags, entities and escaped line ends in what should be plain text, each replaced at its place and in its length. */
final class Markup {

    /** Dropped by the folding without leaving a gap: a tag inside a number does not part it. */
    private static final char NOTHING = '\u200B';

    private static final Pattern TAG = Pattern.compile(
            "<!--[\\s\\S]{0,4000}?-->|<(script|style)\\b[\\s\\S]{0,20000}?</\\1\\s*>|</?([a-zA-Z][a-zA-Z0-9]{0,9})\\b[^<>]{0,400}>");
    private static final KeyedPattern BREAKS =
            KeyedPattern.compile("(?i)br|p|div|li|ul|ol|tr|table|h[1-6]|section|article|hr");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});");
    private static final Pattern ESCAPE = Pattern.compile("(?:\\\\r)?\\\\n|\\\\r|\\\\t");
    /** A newspaper's 【上接第1版】 and （下转第3版）. */
    private static final Pattern TURN =
            Pattern.compile("[【（(〔\\[](?:紧?上?接|下?转)第?[一二三四五六七八九十0-9０-９]{1,3}版[^】）)〕\\]]{0,12}[】）)〕\\]]");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("nbsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("thinsp", " "),
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("hellip", "…"),
            Map.entry("middot", "·"),
            Map.entry("permil", "‰"),
            Map.entry("times", "×"),
            Map.entry("bull", "•"));

    private final String source;
    private final BitSet insideEntity = new BitSet();
    private final StringBuilder text;

    Markup(String source) {
        this.source = source;
        this.text = new StringBuilder(source);
        if (source.indexOf('<') >= 0) {
            tags();
        }
        if (source.indexOf('&') >= 0) {
            entities();
        }
        if (source.indexOf('\\') >= 0) {
            escapes();
        }
        if (mayTurn()) {
            for (Matcher m = TURN.matcher(source); m.find(); ) {
                fill(m.start(), m.end(), ' ');
            }
        }
    }

    /** Whether a numeral stands before a 版 somewhere, 第3版; hardly any text has one. */
    private boolean mayTurn() {
        for (int at = source.indexOf('版', 1); at >= 0; at = source.indexOf('版', at + 1)) {
            if ("一二三四五六七八九十0123456789０１２３４５６７８９".indexOf(source.charAt(at - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    String text() {
        return text.toString();
    }

    /** The characters of entities but their last, which stands for the character meant. */
    BitSet insideEntity() {
        return insideEntity;
    }

    private void tags() {
        for (Matcher m = TAG.matcher(source); m.find(); ) {
            String name = m.group(2);
            fill(m.start(), m.end(), NOTHING);
            if (name != null && BREAKS.matches(name)) {
                text.setCharAt(m.start(), '\n');
            }
        }
    }

    private void entities() {
        for (Matcher m = ENTITY.matcher(source); m.find(); ) {
            String meant = character(m.group(1));
            if (meant == null || meant.length() != 1) {
                continue;
            }
            fill(m.start(), m.end(), NOTHING);
            text.setCharAt(m.end() - 1, meant.charAt(0));
            insideEntity.set(m.start(), m.end() - 1);
        }
    }

    private static @Nullable String character(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(point) ? Character.toString(point) : null;
    }

    /** Line ends that a program wrote out; before a Latin letter the backslash may be part of a path. */
    private void escapes() {
        for (Matcher m = ESCAPE.matcher(source); m.find(); ) {
            char next = m.end() < source.length() ? source.charAt(m.end()) : ' ';
            if (next < 'A' || next > 'z' || next == '\\') {
                fill(m.start(), m.end(), ' ');
                text.setCharAt(m.start(), m.group().equals("\\t") ? ' ' : '\n');
            }
        }
    }

    private void fill(int start, int end, char with) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, with);
        }
    }
}
