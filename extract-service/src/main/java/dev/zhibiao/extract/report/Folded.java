package dev.zhibiao.extract.report;

import java.util.regex.Pattern;

/** A text as metadata is read from it: no blanks within lines, digits of one kind, years in figures. */
final class Folded {

    /** How a zero is written between Chinese numerals, the letters that look like it included. */
    private static final String ZEROS = "〇○◯Ｏ零OОοΟ0";

    private static final String DIGITS = "0一二三四五六七八九";
    private static final Pattern HANZI_YEAR = Pattern.compile("[一二][" + ZEROS + "一二三四五六七八九]{3}年");
    private static final Pattern HANZI_DAY = Pattern.compile("(?<=年)([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})日");

    private Folded() {}

    static String of(String source) {
        StringBuilder text = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c >= '０' && c <= '９') {
                c = (char) (c - 0xFEE0);
            }
            // Unicode has no blank behind U+3000, which is before the Chinese characters.
            boolean blank = c <= '\u3000' && c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
            if (!blank && c != '*' && c != '\u200B' && c != '\uFEFF') {
                text.append(c);
            }
        }
        if (!mayDateInHanzi(text)) {
            return text.toString();
        }
        String years = HANZI_YEAR.matcher(text).replaceAll(m -> year(m.group()));
        return HANZI_DAY.matcher(years).replaceAll(m -> number(m.group(1)) + "月" + number(m.group(2)) + "日");
    }

    /** Whether a 年 ends what may be a year in Chinese numerals or stands before what may be a month. */
    private static boolean mayDateInHanzi(StringBuilder text) {
        for (int at = text.indexOf("年"); at >= 0; at = text.indexOf("年", at + 1)) {
            boolean year = at >= 4 && "一二".indexOf(text.charAt(at - 4)) >= 0;
            boolean month = at + 1 < text.length() && "一二三四五六七八九十".indexOf(text.charAt(at + 1)) >= 0;
            if (year || month) {
                return true;
            }
        }
        return false;
    }

    private static String year(String hanzi) {
        StringBuilder year = new StringBuilder();
        for (int i = 0; i < hanzi.length(); i++) {
            char c = hanzi.charAt(i);
            int digit = ZEROS.indexOf(c) >= 0 ? 0 : DIGITS.indexOf(c);
            year.append(digit < 0 ? String.valueOf(c) : Integer.toString(digit));
        }
        return year.toString();
    }

    /** 二十五 is 25, 廿五 too; at most 39. */
    private static int number(String hanzi) {
        String plain = hanzi.replace("廿", "二十").replace("卅", "三十");
        int ten = plain.indexOf('十');
        int ones = ten == plain.length() - 1 ? 0 : DIGITS.indexOf(plain.charAt(plain.length() - 1));
        int tens = ten < 0 ? 0 : ten == 0 ? 1 : DIGITS.indexOf(plain.charAt(ten - 1));
        return tens * 10 + ones;
    }
}
