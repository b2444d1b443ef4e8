package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void saysEverythingInBothLanguagesWithTheSameArguments() {
        ResourceBundle english = ResourceBundle.getBundle(Messages.BUNDLE, Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle(Messages.BUNDLE, Locale.CHINESE);
        assertThat(chinese.getLocale()).isEqualTo(Locale.CHINESE);
        assertThat(english.keySet()).isNotEmpty().allSatisfy(key -> {
            assertThat(chinese.getString(key)).isNotEqualTo(english.getString(key));
            assertThat(places(chinese.getString(key))).isEqualTo(places(english.getString(key)));
        });
    }

    private static TreeSet<String> places(String message) {
        return new TreeSet<>(
                PLACE.matcher(message).results().map(MatchResult::group).toList());
    }
}
