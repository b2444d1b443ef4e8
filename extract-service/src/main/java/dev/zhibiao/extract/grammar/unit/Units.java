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
        return word == null ? null : compound(text, at, at + word.text().length(), word.kind());
    }

    /** 元/吨, 吨/日: units that the list does not have ready. */
    private static Unit compound(String text, int start, int end, UnitKind kind) {
        int denominator =
                end < text.length() && "/／".indexOf(text.charAt(end)) >= 0 ? denominatorEnd(text, end + 1) : -1;
        if (denominator > 0) {
            return new Unit(text.substring(start, denominator), UnitKind.MEASURE, denominator);
        }
        return new Unit(text.substring(start, end), kind, end);
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
