package dev.zhibiao.extract.cli;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the commands say, in Chinese where the locale is Chinese and in English everywhere else. */
final class Messages {

    static final String BUNDLE = "dev.zhibiao.extract.cli.messages";

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(BUNDLE);

    private Messages() {}

    static String of(String key, Object... arguments) {
        // Digits as they are: 27032, not 27,032.
        Object[] plain = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(TEXTS.getString(key), Locale.ROOT).format(plain);
    }
}
