package dev.zhibiao.store.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

    @ParameterizedTest
    @CsvSource({
        "宁波市, nb",
        "宁波市, ningbo",
        "宁波市, nbo",
        "宁波市, n",
        "重庆市, cq",
        "重庆市, zq",
        "吕梁市, lvl",
        "人均GDP, rjgdp",
        "西安市, xian"
    })
    void findsWhatIsTyped(String name, String typed) {
        assertThat(Pinyin.of(name).beginsWith(typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"宁波市, bo", "宁波市, nbss", "宁波市, nn", "宁波市, ningbox"})
    void findsNothingElse(String name, String typed) {
        assertThat(Pinyin.of(name).beginsWith(typed)).isFalse();
    }
}
