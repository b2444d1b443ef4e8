package dev.zhibiao.extract.grammar.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityReaderTest {

    @ParameterizedTest
    @CsvSource({
        "投资超过5亿元, >, 500000000, 元",
        "企业300家以上, >=, 300, 家",
        "失业率3%以内, <=, 3, %",
        "增长8%左右, ~, 8, %",
        "约20公里, ~, 20, 公里",
        "不足5人, <, 5, 人",
        "近八成, ~, 80, %",
        "减少一半以上, >=, 50, %",
        "六成农户有电话, =, 60, %",
        "占面积的七成多, >, 70, %",
        "授权量首破万件, >, 10000, 件",
        "成交额首超千亿, >, 100000000000, ''",
        "常住人口突破千万, >, 10000000, ''",
        "装备产业达到1200亿, =, 120000000000, ''",
        "三分之一, =, 33.33, %",
        "占全国近1/6, ~, 16.67, %",
        "占全省1/10以上, >=, 10, %",
        "千分之2.4, =, 2.4, ‰",
        "百分之五, =, 5, %",
        "翻两番, =, 300, %",
        "翻了一番多, >, 100, %",
        "翻了两番多, >, 300, %",
        "翻了近一番, ~, 100, %",
        "翻一翻, =, 100, %",
        "每立方米23微克, =, 23, 微克/立方米",
        "涨幅为—0.2%, =, -0.2, %",
        "迈上600亿元台阶, >=, 60000000000, 元",
        "住房4万套（户）, =, 40000, 套（户）",
        "每人每月630元, =, 630, 元",
        "签约5个, =, 5, 个",
        "生产总值突破万亿, >, 1000000000000, ''",
        "突破5000亿关口, >, 500000000000, ''",
        "迈上千亿新台阶, >=, 100000000000, ''",
        "跨上百亿新台阶, >=, 10000000000, ''",
        "前三, <=, 3, 位",
        "第9位, =, 9, 位"
    })
    void readsNumberUnitAndHedge(String words, String comparator, String value, String unit) {
        List<Quantity> found = QuantityReader.read(words);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).amount().comparator()).isEqualTo(comparator);
        assertThat(found.get(0).amount().value().toPlainString()).isEqualTo(value);
        assertThat(found.get(0).unit()).isEqualTo(unit);
    }

    @Test
    void readsARangeAsOne() {
        Quantity range = QuantityReader.read("培育4至6家").get(0);
        assertThat(range.amount().value()).isEqualByComparingTo("4");
        assertThat(range.amount().max()).isEqualByComparingTo("6");
    }

    @Test
    void givesAListTheUnitThatItsLastItemWritesOut() {
        assertThat(QuantityReader.read("回落7.3个、4.8个百分点"))
                .extracting(Quantity::unit)
                .containsExactly("个百分点", "个百分点");
        assertThat(QuantityReader.read("压缩到28、29个工作日"))
                .extracting(Quantity::unit)
                .containsExactly("个工作日", "个工作日");
        assertThat(QuantityReader.read("达到57.5万、67.5万人"))
                .extracting(Quantity::unit)
                .containsExactly("人", "人");
    }

    @Test
    void readsNoUnitWhereItsCharacterBeginsAnotherWord() {
        assertThat(QuantityReader.read("指数由81.2升至91.3"))
                .extracting(Quantity::unit)
                .containsExactly("", "");
    }

    @Test
    void readsNothingFromDigitsThatTheSourceDestroyed() {
        assertThat(QuantityReader.read("增长1$.1$2%")).isEmpty();
    }

    @Test
    void takesNoOtherHalfForAShare() {
        assertThat(QuantityReader.read("另一半、一半是山")).isEmpty();
    }

    @Test
    void readsNothingFromNamesWithLetters() {
        assertThat(QuantityReader.read("G228改建、PM2.5治理、5G基站")).isEmpty();
        assertThat(QuantityReader.read("人均GDP4.6万元")).hasSize(1);
        assertThat(QuantityReader.read("G322/358南宁段、2024/1/5发布、7/24小时"))
                .noneMatch(q -> q.kind() == QuantityKind.PERCENT);
    }

    @Test
    void takesNoQuarterForARank() {
        assertThat(QuantityReader.read("前三季度")).noneMatch(q -> q.kind() == QuantityKind.RANK);
        assertThat(QuantityReader.read("第一、二、三产业比重")).noneMatch(q -> q.kind() == QuantityKind.RANK);
    }
}
