package dev.zhibiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class AreasTest {

    private static final Areas AREAS = Areas.load();

    @Test
    void givesThePathOfADistrict() {
        assertThat(AREAS.byCode("330203").map(AREAS::path)).contains("浙江省/宁波市/海曙区");
        assertThat(AREAS.byCode("100000").map(AREAS::path)).contains("中国");
    }

    @Test
    void leavesThePseudoLevelsOutOfAPath() {
        assertThat(AREAS.byCode("500105").map(AREAS::path)).contains("重庆市/江北区");
    }

    @Test
    void givesEveryAreaOfANameThatRepeats() {
        assertThat(AREAS.named("江北区")).extracting(Area::code).contains("330205", "500105");
    }

    @Test
    void knowsShortNames() {
        assertThat(AREAS.named("宁波")).extracting(Area::code).contains("330200");
        assertThat(Areas.shortName("湘西土家族苗族自治州")).isEqualTo("湘西");
        assertThat(Areas.shortName("广西壮族自治区")).isEqualTo("广西");
    }

    @Test
    void countsEveryNameInATextAndTheNamesInsideIt() {
        assertThat(AREAS.count("宁波市海曙区，宁波市江北区。在宁波"))
                .containsEntry("宁波", 3)
                .containsEntry("宁波市", 2)
                .containsEntry("海曙区", 1)
                .containsEntry("海曙", 1)
                .containsEntry("江北区", 1)
                .doesNotContainKey("波市");
    }

    @Test
    void keepsAreasThatWereDissolved() {
        assertThat(AREAS.named("宣武区"))
                .singleElement()
                .satisfies(a -> assertThat(a.lastYear()).isEqualTo(2009));
    }

    @Test
    void refusesDuplicatesAndBlanks() {
        assertThatThrownBy(() -> Areas.read(new BufferedReader(new StringReader("330203\t海曙区\t\t\n330203\t海曙区\t\t\n"))))
                .hasMessageContaining("second time");
        assertThatThrownBy(() -> Areas.read(new BufferedReader(new StringReader("330203\t\t\t\n"))))
                .hasMessageContaining("no area");
    }
}
