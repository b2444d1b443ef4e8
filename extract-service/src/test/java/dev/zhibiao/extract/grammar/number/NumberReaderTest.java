package dev.zhibiao.extract.grammar.number;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReaderTest {

    @ParameterizedTest
    @CsvSource({
        "20万亿, 20000000000000",
        "二十万亿, 20000000000000",
        "1170.1亿, 117010000000",
        "35.3万, 353000",
        "68.0, 68.0",
        "三千五百, 3500",
        "十二, 12",
        "两, 2",
        "一百零五, 105",
        "三点五, 3.5"
    })
    void readsDigitsAndChineseNumeralsAlike(String words, String value) {
        Numeral number = requireNonNull(NumberReader.read(words, 0));
        assertThat(number.value().toPlainString()).isEqualTo(value);
        assertThat(number.end()).isEqualTo(words.length());
    }

    @Test
    void keepsTheHedgeOf20余万() {
        Numeral number = requireNonNull(NumberReader.read("20余万人", 0));
        assertThat(number.more()).isTrue();
        assertThat(number.value()).isEqualByComparingTo("200000");
    }

    @Test
    void leavesThe千OfAUnit() {
        Numeral number = requireNonNull(NumberReader.read("5千瓦", 0));
        assertThat(number.end()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"亿", "百", "十", "3亿", "零", "万亿"})
    void readsNoMoreOfARunOfNumeralsThanANumberMayHave(String piece) {
        Numeral number = requireNonNull(NumberReader.read(piece.repeat(10_000), 0));
        assertThat(number.end()).isLessThan(100);
    }

    @Test
    void readsNoNumberWhereAWordBegins() {
        assertThat(NumberReader.read("工业", 0)).isNull();
    }
}
