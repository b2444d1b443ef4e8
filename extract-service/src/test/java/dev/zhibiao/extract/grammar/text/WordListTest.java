package dev.zhibiao.extract.grammar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class WordListTest {

    private static java.util.Map<String, String> read(String lines) throws IOException {
        return WordList.read("list.tsv", new BufferedReader(new StringReader(lines)));
    }

    @Test
    void putsLongerWordsFirst() throws IOException {
        assertThat(read("# words\n千\tA\n千瓦时\tB\n千瓦\tC\n").keySet()).containsExactly("千瓦时", "千瓦", "千");
    }

    @Test
    void refusesDuplicatesAndBlanks() {
        assertThatThrownBy(() -> read("千\tA\n千\tB\n")).hasMessageContaining("second time");
        assertThatThrownBy(() -> read("千\t\n")).hasMessageContaining("list.tsv:1");
        assertThatThrownBy(() -> read(" 千\tA\n")).hasMessageContaining("list.tsv:1");
    }
}
