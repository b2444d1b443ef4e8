package dev.zhibiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitDimensionsTest {

    private static final UnitDimensions UNITS = UnitDimensions.load();

    private static UnitDimensions read(String lines) throws IOException {
        return UnitDimensions.read(new BufferedReader(new StringReader(lines)));
    }

    @Test
    void knowsWhatAUnitMeasures() {
        assertThat(UNITS.of("亩")).contains(UnitDimension.AREA);
        assertThat(UNITS.of("平方公里")).contains(UnitDimension.AREA);
        assertThat(UNITS.of("个百分点")).contains(UnitDimension.POINTS);
        assertThat(UNITS.of("")).contains(UnitDimension.INDEX);
        assertThat(UNITS.of("朵")).isEmpty();
    }

    @Test
    void hasAUnitForEveryDimensionOfTheCatalogue() {
        Set<UnitDimension> measured = new HashSet<>();
        UNITS.units().forEach(unit -> UNITS.of(unit).ifPresent(measured::add));
        measured.add(UnitDimension.INDEX);
        assertThat(Indicators.load().all())
                .allSatisfy(indicator -> assertThat(measured).containsAll(indicator.dimensions()));
    }

    @Test
    void refusesDuplicatesBlanksAndDimensionsThatDoNotExist() {
        assertThatThrownBy(() -> read("亩\tAREA\n亩\tAREA\n")).hasMessageStartingWith("a second time");
        assertThatThrownBy(() -> read("\tAREA\n")).hasMessageStartingWith("no unit");
        assertThatThrownBy(() -> read("亩 \tAREA\n")).hasMessageStartingWith("no unit");
        assertThatThrownBy(() -> read("亩\n")).hasMessageStartingWith("no unit");
        assertThatThrownBy(() -> read("亩\tSURFACE\n")).hasMessageStartingWith("no UnitDimension SURFACE");
    }
}
