package dev.zhibiao.ingest.furniture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureLinesTest {

    private static final FurnitureLines FURNITURE = FurnitureLines.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "【字号：大 中 小】",
                "[字体：大 中 小]",
                "字号 大 中 小",
                "【打印】【关闭】",
                "打印本页 | 关闭窗口",
                "打印 收藏 分享到微信朋友圈",
                "上一篇：青原县召开经济工作会议",
                "下一页",
                "您现在的位置：首页 > 政府工作报告",
                "当前位置:首页",
                "来源：青原县人民政府办公室 发布时间：2024-01-09",
                "更新时间：2024-01-09 10:00",
                "浏览次数：1024次",
                "阅读量 315",
                "（责任编辑：张三）",
                "扫一扫在手机打开当前页",
                "分享到：微信 微博",
                "相关链接",
                "相关阅读：",
                "版权所有：青原县人民政府",
                "赣ICP备00000000号 赣公网安备 36000000000000号",
                "主办单位：青原县人民政府办公室",
                "网站标识码：3600000000"
            })
    void standAroundArticlesAndAreOfNoWeight(String line) {
        assertThat(FURNITURE.isAroundArticles(FurnitureLines.dense(line))).isTrue();
        assertThat(FURNITURE.isOfNoWeight(FurnitureLines.dense(line))).isTrue();
    }

    /** The text of a page keeps them: a report's annex or a table may have such a line. */
    @ParameterizedTest
    @ValueSource(strings = {"时间：2024年1月9日", "文号：青府发〔2024〕1号", "大", "- 7 -", "第3页 共20页", "5"})
    void areOfNoWeightOnly(String line) {
        assertThat(FURNITURE.isAroundArticles(FurnitureLines.dense(line))).isFalse();
        assertThat(FURNITURE.isOfNoWeight(FurnitureLines.dense(line))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "依法关闭小煤矿3家，打印社区报纸分享9万份。",
                "来源",
                "大型企业",
                "保存文物12件。",
                "下一步，全县投资增长9%。",
                "各位代表：",
                "主要经济指标：",
                "返回家乡创业的有300人。",
                "阅读量增长12%",
                "2024"
            })
    void areNotWhatAReportSays(String line) {
        assertThat(FURNITURE.isAroundArticles(FurnitureLines.dense(line))).isFalse();
    }

    @Test
    void refusesAWordListWithBlanksDuplicatesOrUnknownKinds() {
        for (List<String> bad : List.of(
                List.of("\tlabel"),
                List.of("来源\tlabel", "来源\tlabel"),
                List.of("来源\tword"),
                List.of("来源\tLABEL"),
                List.of(""))) {
            assertThatThrownBy(() -> FurnitureLines.of(bad)).isInstanceOf(IllegalStateException.class);
        }
    }
}
