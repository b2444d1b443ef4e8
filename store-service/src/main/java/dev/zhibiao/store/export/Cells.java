package dev.zhibiao.store.export;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in a cell. */
final class Cells {

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r'].*", Pattern.DOTALL);
    /** A comparator that nearly every row has: a sign alone is no formula. */
    private static final String EQUALS = "=";

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)*[%‰]?");

    private Cells() {}

    /** As plain text: decimals without exponent, every digit kept. */
    static String plain(@Nullable Object value) {
        return value == null ? "" : value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    /**
     * Text that no spreadsheet takes for a formula, for documents come from anywhere: what could be one gets an apostrophe in
     * front, and so does what begins with an apostrophe, so that taking off one gives the text again.
     */
    static String harmless(@Nullable Object value) {
        String plain = plain(value);
        boolean suspect = value instanceof String
                && FORMULA.matcher(plain).matches()
                && !plain.equals(EQUALS)
                && !NUMBER.matcher(plain).matches();
        return suspect ? "'" + plain : plain;
    }

    /** Without the characters that XML 1.0 cannot hold, each of which becomes U+FFFD. */
    static String xml(String text) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean allowed = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c >= ' ' && c <= 0xD7FF
                    || c >= 0xE000 && c < 0xFFFE
                    || c > 0xFFFF;
            if (!allowed && kept == null) {
                kept = new StringBuilder(text.substring(0, i));
            }
            if (kept != null) {
                kept.appendCodePoint(allowed ? c : 0xFFFD);
            }
        }
        return kept == null ? text : kept.toString();
    }
}
