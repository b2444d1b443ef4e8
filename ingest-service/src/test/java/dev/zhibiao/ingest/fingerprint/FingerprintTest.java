package dev.zhibiao.ingest.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final String TEXT = """
            政府工作报告
            各位代表：
            全县实现地区生产总值12.5亿元，增长6.1%。
            新建学校3所，改造老旧小区25个。
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Wrapped, indented, with page numbers of several kinds
                "\uFEFF　　政府工作报告\r\n\r\n各 位 代 表：\r\n全县实现地区生产总值\r\n- 1 -\r\n12.5亿元，增长6.1%。\f"
                        + "第 2 页 共 9 页\r\n新建学校3所，改造老旧\r\n小区25个。\r\n3/9",
                // Full width
                "政府工作报告\n各位代表:\n全县实现地区生产总值１２．５亿元，增长６．１％。\n新建学校３所，改造老旧小区２５个。",
                // As saved from a web page
                "首页\n政府工作报告\n发布时间：2024-01-09　来源：青原县人民政府\n【字号：大 中 小】\n【打印】【关闭】\n各位代表：\n"
                        + "全县实现地区生产总值12.5亿元，增长6.1%。\n新建学校3所，改造老旧小区25个。\n上一篇：青原县公告\n分享到：微信",
                // With a running head
                "政府工作报告\n各位代表：\n政府工作报告 ·2·\n全县实现地区生产总值12.5亿元，增长6.1%。\n政府工作报告 ·3·\n" + "新建学校3所，改造老旧小区25个。\n政府工作报告 ·4·"
            })
    void isThatOfTheSameWordsInAnotherDress(String other) {
        assertThat(Fingerprint.of(other)).isEqualTo(Fingerprint.of(TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5亿元→12.6亿元", "12.5亿元→125亿元", "25个→25座", "新建学校3所，→"})
    void isAnotherForOtherWords(String change) {
        String[] parts = change.split("→", -1);
        assertThat(TEXT).contains(parts[0]);
        assertThat(Fingerprint.of(TEXT.replace(parts[0], parts[1]))).isNotEqualTo(Fingerprint.of(TEXT));
    }

    @Test
    void keepsALineThatComesTwice() {
        String twice = TEXT.replace("各位代表：\n", "各位代表：\n各位代表：\n");
        assertThat(Fingerprint.of(twice)).isNotEqualTo(Fingerprint.of(TEXT));
    }

    /** A change of this is a change of the rules, which needs a new version in front. */
    @Test
    void isStable() {
        assertThat(Fingerprint.of("全县生产总值12.5亿元")).isEqualTo("2-ffcd782fbea078bca2822af0b311a947");
    }

    /** Lines on which a careless pattern would still be at work tomorrow. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "大||", "打印/|", "·1", "第1页", "【", "来源:", "\u200B", "政府工作报告1\n"})
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void comesToAnEndOnHostileLines(String piece) {
        for (int times : new int[] {13, 26, 39, 1_000_000}) {
            assertThat(Fingerprint.of(piece.repeat(times) + "报告\n全县有3所学校。")).startsWith("2-");
        }
    }

    @Test
    void isNoneWhereNothingButFurnitureIs() {
        assertThat(Fingerprint.of("【打印】\n- 1 -\n来源：青原县\n  ")).isNull();
    }
}
