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
        // 林区 is a kind of division in one name, and the end of names in others.
        assertThat(Areas.shortName("神农架林区")).isEqualTo("神农架");
        assertThat(Areas.shortName("万柏林区")).isEqualTo("万柏林");
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

    @Test
    void tellsAreasOfOneNameApartByTheYear() {
        assertThat(AREAS.named("毕节市", 2009)).extracting(Area::code).containsExactly("522401");
        assertThat(AREAS.named("毕节市", 2016)).extracting(Area::code).containsExactly("520500");
        assertThat(AREAS.named("江北区", 1990))
                .extracting(Area::code)
                .contains("510211")
                .doesNotContain("500105");
    }

    @Test
    void knowsCountiesThatAreDistrictsToday() {
        assertThat(AREAS.named("鄞县", 1998)).extracting(AREAS::path).containsExactly("浙江省/宁波市/鄞县");
        assertThat(AREAS.named("密云县", 2006)).singleElement().satisfies(a -> {
            assertThat(a.firstYear()).isNull();
            assertThat(a.lastYear()).isEqualTo(2015);
            assertThat(a.mayExistIn(2016)).isTrue();
            assertThat(a.mayExistIn(2017)).isFalse();
        });
    }

    @Test
    void givesThePathAsItWasInTheYear() {
        assertThat(AREAS.named("哈密市", 2014)).extracting(AREAS::path).containsExactly("新疆维吾尔自治区/哈密地区/哈密市");
        Area district = AREAS.byCode("420606").orElseThrow();
        assertThat(AREAS.path(district, 2009)).isEqualTo("湖北省/襄樊市/樊城区");
        assertThat(AREAS.path(district, 2022)).isEqualTo("湖北省/襄阳市/樊城区");
    }

    @Test
    void givesTheAreasOfAllTimesWhereNoneIsOfTheYear() {
        assertThat(AREAS.named("宣武区", 2023)).extracting(Area::code).containsExactly("110104");
    }
}
