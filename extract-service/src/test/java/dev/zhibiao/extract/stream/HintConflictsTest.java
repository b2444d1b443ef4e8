package dev.zhibiao.extract.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.Hints;
import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.events.ReportMetadata.Conflict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintConflictsTest {

    private static final String HAISHU = "浙江省/宁波市/海曙区";

    @ParameterizedTest
    @ValueSource(strings = {"330203", "海曙区", "海曙", "宁波市海曙区", "宁波海曙", "浙江省宁波市海曙区", HAISHU, " 浙江省 宁波市 海曙区 "})
    void takesEveryWayToNameTheAreaForTheSame(String hint) {
        assertThat(HintConflicts.mark(metadata(HAISHU, "330203"), new Hints(hint, "2020")))
                .isEqualTo(metadata(HAISHU, "330203"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"330211", "镇海区", "宁波市", "浙江省", "宁波市镇海区", "区", "北海曙区"})
    void makesAnotherAreaAConflictThatTheTextDecides(String hint) {
        assertThat(HintConflicts.mark(metadata(HAISHU, "330203"), new Hints(hint, null))
                        .conflicts())
                .containsExactly(new Conflict("area", List.of("hint: " + hint, "text: " + HAISHU), HAISHU));
    }

    @Test
    void makesAnotherYearAConflictThatTheTextDecides() {
        assertThat(HintConflicts.mark(metadata(HAISHU, "330203"), new Hints(null, "2019"))
                        .conflicts())
                .containsExactly(new Conflict("year", List.of("hint: 2019", "text: 2020"), "2020"));
    }

    @Test
    void findsNoConflictWithATextThatSaysNothing() {
        ReportMetadata silent = new ReportMetadata(null, null, null, null, "news", null, null, null, null, List.of());
        assertThat(HintConflicts.mark(silent, new Hints("海曙区", "2019"))).isEqualTo(silent);
        assertThat(HintConflicts.mark(silent, null)).isEqualTo(silent);
    }

    private static ReportMetadata metadata(String refArea, String code) {
        return new ReportMetadata("政府工作报告", refArea, code, "county", "full", "2019", "2020", null, null, List.of());
    }
}
