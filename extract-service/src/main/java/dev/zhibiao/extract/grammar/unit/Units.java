package dev.zhibiao.extract.grammar.unit;

import dev.zhibiao.extract.grammar.text.Words;
import org.jspecify.annotations.Nullable;

/** Reads units, the longest first: 千瓦时 before 千瓦 before 千. */
public final class Units {

    private static final Words<UnitKind> WORDS = Words.load("units.tsv", UnitKind::valueOf);
    /** 每…: what one value is given for, and the second half of a compound unit. */
    private static final String[] DENOMINATORS = {
        "平方公里", "立方米", "平方米", "公里", "公顷", "小时", "千人", "万人", "百人", "工作日", "标准立方米", "亩", "人", "户", "日", "天", "年", "月",
        "吨", "升", "秒", "个", "件", "家", "次", "公斤", "千克", "斤", "度", "千瓦时", "千瓦", "米", "班", "床", "台", "元", "方"
    };

    private Units() {}

    /** The longest unit that begins there, or null. */
    public static @Nullable Unit at(String text, int at) {
        Words.Word<UnitKind> word = WORDS.at(text, at);
        return word == null || beginsWord(text, at, word.text())
                ? null
                : compound(text, at, at + word.text().length(), word.kind());
    }

    /** 由81.2升至91.3, 分别, 人均: the unit's character begins another word. */
    private static boolean beginsWord(String text, int at, String unit) {
        char next = at + unit.length() < text.length() ? text.charAt(at + unit.length()) : ' ';
        return switch (unit) {
            case "升" -> "至到高级为".indexOf(next) >= 0;
            case "分" -> "别布为".indexOf(next) >= 0;
            case "人" -> "均行口".indexOf(next) >= 0;
            case "核" -> next == '心';
            case "户" -> next == '均';
            case "社区" -> next == '服';
            case "金" -> "融属".indexOf(next) >= 0;
            case "银" -> next == '行';
            default -> false;
        };
    }

    /** 元/吨, 吨/日: units that the list does not have ready. */
    private static Unit compound(String text, int start, int end, UnitKind kind) {
        int denominator =
                end < text.length() && "/／".indexOf(text.charAt(end)) >= 0 ? denominatorEnd(text, end + 1) : -1;
        if (denominator > 0) {
            return new Unit(text.substring(start, denominator), UnitKind.MEASURE, denominator);
        }
        int also = kind == UnitKind.COUNT && text.startsWith("（", end) ? text.indexOf('）', end) : -1;
        if (also > end + 1 && also <= end + 3 && isUnit(text, end + 1, also)) {
            // 套（户）, 头（只）
            return new Unit(text.substring(start, also + 1), kind, also + 1);
        }
        return new Unit(text.substring(start, end), kind, end);
    }

    private static boolean isUnit(String text, int start, int end) {
        Words.Word<UnitKind> word = WORDS.at(text, start);
        return word != null && start + word.text().length() == end;
    }

    /** Where the unit of reference that begins there ends, or -1: 立方米 in 每立方米. */
    public static int denominatorEnd(String text, int at) {
        for (String word : DENOMINATORS) {
            if (text.startsWith(word, at)) {
                return at + word.length();
            }
        }
        return -1;
    }
}
