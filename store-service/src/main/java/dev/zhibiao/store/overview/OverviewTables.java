package dev.zhibiao.store.overview;

import dev.zhibiao.store.export.Table;
import dev.zhibiao.store.query.Parameters;
import jakarta.enterprise.context.ApplicationScoped;

/** What there is to ask for, as tables. */
@ApplicationScoped
class OverviewTables {

    private final Overview overview;

    OverviewTables(Overview overview) {
        this.overview = overview;
    }

    Table<IndicatorRow> indicators(Parameters query) {
        return new Table<>(
                "indicators",
                new Table.Columns<IndicatorRow>()
                        .add("indicator", IndicatorRow::indicator)
                        .add("indicatorCode", IndicatorRow::indicatorCode)
                        .add("catalogueName", IndicatorRow::catalogueName)
                        .add("englishName", IndicatorRow::englishName)
                        .add("topic", IndicatorRow::topic)
                        .add("direction", IndicatorRow::direction)
                        .add("observations", IndicatorRow::observations)
                        .add("reports", IndicatorRow::reports)
                        .list(),
                query.each(overview::indicators));
    }

    Table<AreaRow> areas(Parameters query) {
        return new Table<>(
                "areas",
                new Table.Columns<AreaRow>()
                        .add("areaCode", AreaRow::areaCode)
                        .add("name", AreaRow::name)
                        .add("refArea", AreaRow::refArea)
                        .add("level", AreaRow::level)
                        .add("firstYear", AreaRow::firstYear)
                        .add("lastYear", AreaRow::lastYear)
                        .add("observations", AreaRow::observations)
                        .add("observationsWithin", AreaRow::observationsWithin)
                        .add("reports", AreaRow::reports)
                        .list(),
                query.each(overview::areas));
    }
}
