package dev.zhibiao.store.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/**
 * A name as it can be typed on a Latin keyboard: initials ({@code nb}), Hanyu Pinyin (ISO 7098) without tones and with
 * {@code v} for ü ({@code ningbo}), or both mixed ({@code nbo}); every reading of a character counts.
 */
final class Pinyin {

    private final List<List<String>> readings;

    private Pinyin(List<List<String>> readings) {
        this.readings = readings;
    }

    static Pinyin of(String name) {
        return new Pinyin(name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Pinyin::readings)
                .toList());
    }

    private static List<String> readings(int character) {
        String[] spelled = Character.isIdeographic(character) && Character.isBmpCodePoint(character)
                ? spelled((char) character)
                : null;
        return spelled == null
                ? List.of(Character.toString(character).toLowerCase(Locale.ROOT))
                : Arrays.stream(spelled).distinct().toList();
    }

    private static String[] spelled(char character) {
        HanyuPinyinOutputFormat plain = new HanyuPinyinOutputFormat();
        plain.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        plain.setVCharType(HanyuPinyinVCharType.WITH_V);
        try {
            return PinyinHelper.toHanyuPinyinStringArray(character, plain);
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Whether the name begins as typed.
     *
     * @param letters lower case, without blanks
     */
    boolean beginsWith(String letters) {
        return matches(letters, 0, 0);
    }

    private boolean matches(String letters, int at, int character) {
        if (at == letters.length()) {
            return true;
        }
        if (character == readings.size()) {
            return false;
        }
        for (String reading : readings.get(character)) {
            int longest = Math.min(reading.length(), letters.length() - at);
            for (int taken = 1;
                    taken <= longest && reading.charAt(taken - 1) == letters.charAt(at + taken - 1);
                    taken++) {
                if (matches(letters, at + taken, character + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
