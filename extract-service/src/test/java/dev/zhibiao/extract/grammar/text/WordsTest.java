package dev.zhibiao.extract.grammar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static Map<String, String> list(String lines) throws IOException {
        return WordList.read("list", new BufferedReader(new StringReader(lines)));
    }

    @Test
    void findsTheLongestWordThatBeginsAtAPlace() throws IOException {
        Words<String> words = Words.of(list("千\ta\n千瓦\tb\n千瓦时\tc\n"), kind -> kind);
        assertThat(words.at("用电3千瓦时", 3)).isEqualTo(new Words.Word<>("千瓦时", "c"));
        assertThat(words.at("用电3千瓦", 3)).isEqualTo(new Words.Word<>("千瓦", "b"));
        assertThat(words.at("用电3千瓦", 2)).isNull();
        assertThat(words.at("用电3千瓦", 5)).isNull();
    }

    @Test
    void tellsWordsApartWhoseFirstCharactersShareABucket() throws IOException {
        // U+4E00 and U+4F00
        Words<String> words = Words.of(list("一\ta\n伀\tb\n"), kind -> kind);
        assertThat(words.at("伀", 0)).isEqualTo(new Words.Word<>("伀", "b"));
        assertThat(words.at("一", 0)).isEqualTo(new Words.Word<>("一", "a"));
    }

    @Test
    void refusesAKindThatDoesNotExist() throws IOException {
        Map<String, String> list = list("千\tTWELVE\n");
        assertThatThrownBy(() -> Words.of(list, Integer::valueOf)).isInstanceOf(NumberFormatException.class);
    }
}
