package dev.zhibiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuccessionsTest {

    private static final Successions SUCCESSIONS = Successions.load();

    @Test
    void followsACountyThroughCityToDistrict() {
        assertThat(SUCCESSIONS.newestCode("330121", 1985)).isEqualTo("330109");
        assertThat(SUCCESSIONS.of("330181"))
                .containsExactly(new Succession("330181", "330109", 2001, Succession.Kind.CONVERTED));
    }

    @Test
    void tellsARenamedAreaByItsCode() {
        assertThat(SUCCESSIONS.of("420600"))
                .containsExactly(new Succession("420600", "420600", 2010, Succession.Kind.RENAMED));
        assertThat(SUCCESSIONS.newestCode("420600", 2005)).isEqualTo("420600");
    }

    @Test
    void knowsAnAreaByAllItsCodesFromWhicheverIsAsked() {
        for (String code : List.of("330125", "339021", "330184", "330110")) {
            assertThat(SUCCESSIONS.lineage(code))
                    .as(code)
                    .containsExactlyInAnyOrder("330125", "339021", "330184", "330110");
        }
        assertThat(SUCCESSIONS.earlier("330184")).containsExactlyInAnyOrder("330125", "339021", "330184");
    }

    @Test
    void doesNotTakeAnAreaForAnotherThatGotItsCodeInBetween() throws Exception {
        Successions reused = read("100001\t100002\t1985\trecoded\n100003\t100001\t1990\trecoded\n");
        assertThat(reused.lineage("100002")).containsExactlyInAnyOrder("100002", "100001");
        assertThat(reused.lineage("100003")).containsExactlyInAnyOrder("100003", "100001");
    }

    @Test
    void knowsNoSuccessorWhereTwoBecameOne() {
        assertThat(SUCCESSIONS.of("110103")).isEmpty();
        assertThat(SUCCESSIONS.newestCode("110103", 2005)).isEqualTo("110103");
    }

    @Test
    void leadsFromCodesOfTheCatalogueToCodesOfTheCatalogue() throws Exception {
        Areas areas = Areas.load();
        try (var lines = new BufferedReader(new java.io.InputStreamReader(
                Successions.class.getResourceAsStream("successions.tsv"), java.nio.charset.StandardCharsets.UTF_8))) {
            assertThat(lines.lines().filter(l -> !l.startsWith("#")).map(l -> l.split("\t")))
                    .isNotEmpty()
                    .allSatisfy(cells -> {
                        assertThat(areas.byCode(cells[0])).as(cells[0]).isPresent();
                        assertThat(areas.byCode(cells[1])).as(cells[1]).isPresent();
                    });
        }
    }

    @Test
    void refusesDuplicatesAndBlanks() {
        assertThatThrownBy(() -> read("330181\t330109\t2001\tconverted\n330181\t330110\t2001\tconverted\n"))
                .hasMessageContaining("second time");
        assertThatThrownBy(() -> read("330181\t\t2001\tconverted\n")).hasMessageContaining("no succession");
        assertThatThrownBy(() -> read("330181\t330109\t2001\tsplit\n")).hasMessageContaining("no succession");
    }

    private static Successions read(String lines) throws Exception {
        return Successions.read(new BufferedReader(new StringReader(lines)));
    }
}
