package dev.zhibiao.extract.report;

import static dev.zhibiao.extract.report.MetadataReaderTest.head;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speakers and days in every shape of line that a head has. */
class HeadTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "县长 周 齐|周齐",
                "——县长　周齐|周齐",
                "德清县人民政府代县长周齐|周齐",
                "德清县人民政府代理县长 周 子 齐|周子齐",
                "县长:周齐|周齐",
                "（县长 周齐）|周齐",
                "县长（代） 周齐|周齐",
                "报告人：周齐|周齐",
                "县人民政府县长 周齐（2022年1月5日）|周齐",
                "周 子 齐|周子齐",
                "**周齐**|周齐",
                "自治县县长 阿依古丽·买买提|阿依古丽·买买提",
                "县长 欧阳子齐|欧阳子齐"
            })
    void findsTheSpeakerInEveryShapeOfLine(String line, String name) {
        assertThat(head("政府工作报告", "——2022年1月5日在德清县第十七届人民代表大会第一次会议上", line).speaker())
                .isEqualTo(name);
    }

    @Test
    void findsTheSpeakerBelowTheOfficeBehindTheSessionAndInTheTitle() {
        String session = "2022年1月5日在德清县第十七届人民代表大会第一次会议上";
        assertThat(head("政府工作报告", session, "德清县县长", "周齐").speaker()).isEqualTo("周齐");
        assertThat(head("政府工作报告", session + " 县长　周 齐").speaker()).isEqualTo("周齐");
        assertThat(head("德清县政府工作报告（2022年1月5日 周齐）").speaker()).isEqualTo("周齐");
        assertThat(head("德清县政府工作报告", "（2022年1月5日 县长 周齐）").speaker()).isEqualTo("周齐");
    }

    @ParameterizedTest
    @ValueSource(strings = {"县长", "县人民政府县长", "主席团", "目录", "县长 ×××", "县政府办公室主任会议"})
    void namesNoSpeakerWhereNoneIsNamed(String line) {
        assertThat(head("政府工作报告", "2022年1月5日在德清县第十七届人民代表大会第一次会议上", line).speaker())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "——2022年1月5日在德清县第十七届人民代表大会第一次会议上|2022-01-05",
                "（2022年 1月 5日在德清县第十七届人民代表大会第一次会议上）|2022-01-05",
                "二〇二二年一月十五日在德清县第十七届人民代表大会第一次会议上|2022-01-15",
                "二ＯＯ七年十二月二十一日在德清县第十七届人民代表大会上|2007-12-21",
                "一九九三年六月三十日，在德清县人民代表大会上|1993-06-30",
                "2022年7月5日至6日在德清县第十七届人民代表大会上|2022-07-05",
                "（2022年1月5日）|2022-01-05",
                "2022年1月5日|2022-01-05"
            })
    void findsTheDayOfReading(String line, LocalDate day) {
        assertThat(head("德清县政府工作报告", line).deliveredOn()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "发布时间：2022年1月21日 来源：县府办",
                "在德清县第十七届人民代表大会上（2021年12月29日，征求意见稿）",
                "2022年2月30日在德清县第十七届人民代表大会第一次会议上",
                "2022年1月在德清县第十七届人民代表大会第一次会议上"
            })
    void givesNoDayWhereNoneIsTheReadings(String line) {
        assertThat(head("德清县政府工作报告", line).deliveredOn()).isNull();
    }
}
