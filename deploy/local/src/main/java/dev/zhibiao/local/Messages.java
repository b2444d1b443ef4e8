package dev.zhibiao.local;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the launcher says, in Chinese where the locale is Chinese and in English everywhere else. */
final class Messages {

    static final String BUNDLE = "dev.zhibiao.local.messages";

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(BUNDLE);

    private Messages() {}

    static String of(String key, Object... arguments) {
        // Digits as they are: a port is 8080, not 8,080. Where grouping helps, the caller groups.
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(TEXTS.getString(key), Locale.ROOT).format(plain);
    }
}
