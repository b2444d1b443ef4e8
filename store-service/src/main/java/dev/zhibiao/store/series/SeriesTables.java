package dev.zhibiao.store.series;

import dev.zhibiao.store.export.Column;
import dev.zhibiao.store.export.SdmxRow;
import dev.zhibiao.store.export.Table;
import dev.zhibiao.store.observation.Source;
import dev.zhibiao.store.observation.Sources;
import dev.zhibiao.store.query.Catalogue;
import dev.zhibiao.store.query.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures side by side as tables: each figure with its unit, its sentence, and where that stands. */
@ApplicationScoped
class SeriesTables {

    private final Series series;
    private final Comparison comparison;
    private final Conflicts conflicts;
    private final Ledger ledger;
    private final Sources sources;
    private final Catalogue catalogue;

    SeriesTables(
            Series series,
            Comparison comparison,
            Conflicts conflicts,
            Ledger ledger,
            Sources sources,
            Catalogue catalogue) {
        this.series = series;
        this.comparison = comparison;
        this.conflicts = conflicts;
        this.ledger = ledger;
        this.sources = sources;
        this.catalogue = catalogue;
    }

    Table<SeriesRow> series(Parameters query) {
        List<SeriesRow> rows = series.rows(query.whole()).items();
        List<Column<Figure>> figure = figure(of(rows, SeriesRow::actual, SeriesRow::target));
        return Table.of(
                "series",
                new Table.Columns<SeriesRow>()
                        .add("areaCode", SeriesRow::areaCode)
                        .add("refArea", SeriesRow::refArea)
                        .add("timePeriod", SeriesRow::timePeriod)
                        .add("basePeriod", SeriesRow::basePeriod)
                        .add("rankScope", SeriesRow::rankScope)
                        .add("measure", SeriesRow::measure)
                        .add("unit", SeriesRow::unit)
                        .part("actual", figure, SeriesRow::actual)
                        .add("otherActuals", row -> row.otherActuals().size())
                        .part("target", figure, SeriesRow::target)
                        .add("otherTargets", row -> row.otherTargets().size())
                        .list(),
                rows);
    }

    Table<SdmxRow> sdmx(Parameters query) {
        List<SeriesRow> rows = series.rows(query.whole()).items();
        Map<String, Source> reports = of(rows, SeriesRow::actual, SeriesRow::target);
        Collection<String> codes =
                catalogue.indicator(query.required("indicator")).codes();
        // A word with several codes says of no figure which one it is.
        String code = codes.size() == 1 ? codes.iterator().next() : null;
        return SdmxRow.table(
                "series",
                consumer -> rows.forEach(row -> Stream.of(row.actual(), row.target())
                        .filter(Objects::nonNull)
                        .forEach(figure -> consumer.accept(sdmx(row, figure, code, reports.get(figure.reportId()))))));
    }

    private static SdmxRow sdmx(SeriesRow row, Figure figure, @Nullable String code, @Nullable Source source) {
        return new SdmxRow.Builder(field -> switch (field) {
                    case "timePeriod" -> row.timePeriod();
                    case "areaCode" -> row.areaCode();
                    case "refArea" -> row.refArea();
                    case "indicatorCode" -> code;
                    case "indicator" -> figure.indicator();
                    case "status" -> figure.status();
                    case "measure" -> row.measure();
                    case "observationId" -> figure.observationId();
                    case "value" -> figure.value().toPlainString();
                    case "valueMax" ->
                        figure.valueMax() == null ? null : figure.valueMax().toPlainString();
                    case "unit" -> figure.unit();
                    case "comparator" -> figure.comparator();
                    case "basePeriod" -> row.basePeriod();
                    case "rankScope" -> row.rankScope();
                    case "reportId" -> figure.reportId();
                    case "text" -> figure.text();
                    case "start" -> Integer.toString(figure.start());
                    case "end" -> Integer.toString(figure.end());
                    case "sentence" -> figure.sentence();
                    case "extractorVersion" -> figure.extractorVersion();
                    default -> null;
                })
                .source(source == null ? null : source.addresses())
                .correction(figure.corrected() ? "corrected" : null)
                .build();
    }

    Table<ComparisonRow> comparison(Parameters query) {
        List<ComparisonRow> rows = comparison.ranking(query.whole()).items();
        return Table.of(
                "comparison",
                new Table.Columns<ComparisonRow>()
                        .add("rank", ComparisonRow::rank)
                        .add("bound", ComparisonRow::bound)
                        .add("areaCode", ComparisonRow::areaCode)
                        .add("refArea", ComparisonRow::refArea)
                        .part("", figure(of(rows, ComparisonRow::figure)), ComparisonRow::figure)
                        .add("others", row -> row.others().size())
                        .list(),
                rows);
    }

    Table<ConflictRow> conflicts(Parameters query) {
        List<ConflictRow> rows = conflicts.rows(query.whole());
        List<Column<Figure>> figure = figure(of(rows, ConflictRow::figure, ConflictRow::other));
        return Table.of(
                "conflicts",
                new Table.Columns<ConflictRow>()
                        .add("areaCode", ConflictRow::areaCode)
                        .add("refArea", ConflictRow::refArea)
                        .add("indicatorKey", ConflictRow::indicator)
                        .add("timePeriod", ConflictRow::timePeriod)
                        .add("basePeriod", ConflictRow::basePeriod)
                        .add("rankScope", ConflictRow::rankScope)
                        .add("measure", ConflictRow::measure)
                        .add("difference", ConflictRow::difference)
                        .add("relativePercent", ConflictRow::relativePercent)
                        .add("sameReport", ConflictRow::sameReport)
                        .part("", figure, ConflictRow::figure)
                        .part("other", figure, ConflictRow::other)
                        .list(),
                rows);
    }

    Table<LedgerRow> ledger(Parameters query) {
        List<LedgerRow> rows = ledger.rows(query.whole());
        List<Column<Figure>> figure = figure(of(rows, LedgerRow::target, LedgerRow::actual));
        return Table.of(
                "ledger",
                new Table.Columns<LedgerRow>()
                        .add("areaCode", LedgerRow::areaCode)
                        .add("refArea", LedgerRow::refArea)
                        .add("indicator", LedgerRow::indicator)
                        .add("timePeriod", LedgerRow::timePeriod)
                        .add("measure", LedgerRow::measure)
                        .add("promisedIn", LedgerRow::promisedIn)
                        .add("reportedIn", LedgerRow::reportedIn)
                        .add("outcome", LedgerRow::outcome)
                        .add("difference", LedgerRow::difference)
                        .part("target", figure, LedgerRow::target)
                        .part("actual", figure, LedgerRow::actual)
                        .list(),
                rows);
    }

    @SafeVarargs
    private <T> Map<String, Source> of(List<T> rows, Function<T, @Nullable Figure>... figures) {
        return sources.of(Stream.of(figures)
                .flatMap(figure -> rows.stream().map(figure))
                .filter(Objects::nonNull)
                .map(Figure::reportId)
                .distinct()
                .toList());
    }

    private static List<Column<Figure>> figure(Map<String, Source> reports) {
        return new Table.Columns<Figure>()
                .add("value", Figure::value)
                .add("valueMax", Figure::valueMax)
                .add("unit", Figure::unit)
                .add("comparator", Figure::comparator)
                .add("status", Figure::status)
                .add("indicator", Figure::indicator)
                .add("corrected", Figure::corrected)
                .add("text", Figure::text)
                .add("sentence", Figure::sentence)
                .add("observationId", Figure::observationId)
                .add("reportId", Figure::reportId)
                .add("start", Figure::start)
                .add("end", Figure::end)
                .add("extractorVersion", Figure::extractorVersion)
                .add("source", figure -> {
                    Source source = reports.get(figure.reportId());
                    return source == null ? null : source.addresses();
                })
                .list();
    }
}
