package dev.zhibiao.store.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written and read back with the library that others read it with. */
class TablesTest {

    private record Item(@Nullable String text, @Nullable BigDecimal value, int count) {}

    private static final List<Item> ITEMS = List.of(
            new Item("增长“6%”，\"quoted\", 逗号", new BigDecimal("1.10"), 1),
            new Item("两行\r\n文字\n", new BigDecimal("12345678901234567890.5"), 2),
            new Item("=cmd|' /C calc'!A0", new BigDecimal("-0.2"), 3),
            new Item("'-1+1", null, 4),
            new Item("-0.2%", new BigDecimal("1E+3"), 5),
            new Item(null, new BigDecimal("0.000"), 6));

    private static Table<Item> table(List<Item> items) {
        return Table.of(
                "items",
                new Table.Columns<Item>()
                        .add("text", Item::text)
                        .add("value", Item::value)
                        .add("count", Item::count)
                        .list(),
                items);
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writing.to(bytes);
        return bytes.toByteArray();
    }

    private static List<CSVRecord> read(String csv) throws IOException {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))) {
            return parser.getRecords();
        }
    }

    @Test
    void writesCsvThatReadsBackAsItWas() throws IOException {
        String csv = new String(written(out -> CsvWriter.forPrograms(table(ITEMS), out)), StandardCharsets.UTF_8);
        List<CSVRecord> records = read(csv);
        assertThat(records).hasSameSizeAs(ITEMS);
        for (int i = 0; i < ITEMS.size(); i++) {
            Item item = ITEMS.get(i);
            assertThat(records.get(i).get("text")).isEqualTo(item.text() == null ? "" : item.text());
            assertThat(records.get(i).get("value"))
                    .isEqualTo(item.value() == null ? "" : item.value().toPlainString());
        }
    }

    @Test
    void marksCsvForSpreadsheetsAndLetsNoTextBeAFormula() throws IOException {
        String csv = new String(written(out -> CsvWriter.forSpreadsheets(table(ITEMS), out)), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFtext,value,count\r\n");
        assertThat(read(csv.substring(1)).stream().map(record -> record.get("text")))
                .containsExactly("增长“6%”，\"quoted\", 逗号", "两行\r\n文字\n", "'=cmd|' /C calc'!A0", "''-1+1", "-0.2%", "");
        assertThat(read(csv.substring(1)).get(2).get("value")).isEqualTo("-0.2");
    }

    @Test
    void leavesTheComparatorOfNearlyEveryRowAsItIs() {
        assertThat(List.of(Cells.harmless("="), Cells.harmless(">="), Cells.harmless("==")))
                .containsExactly("=", ">=", "'==");
    }

    private static List<List<Row>> sheets(byte[] workbook) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return read.getSheets()
                    .map(sheet -> {
                        try (Stream<Row> rows = sheet.openStream()) {
                            return rows.toList();
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    @Test
    void writesXlsxWithNumbersAsNumbersWhereTheyKeepEveryDigit() throws IOException {
        byte[] workbook = written(out -> XlsxWriter.write(table(ITEMS), out));
        List<Row> rows = sheets(workbook).get(0);
        assertThat(rows).hasSize(ITEMS.size() + 1);
        Cell first = rows.get(1).getCell(1);
        assertThat(first.getType()).isEqualTo(CellType.NUMBER);
        assertThat(first.asNumber()).isEqualByComparingTo("1.1");
        assertThat(rows.get(2).getCell(1).getText()).isEqualTo("12345678901234567890.5");
        assertThat(rows.get(5).getCell(1).asNumber()).isEqualByComparingTo("1000");
        assertThat(rows.get(3).getCell(0).asString()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(rows.get(6).getCell(2).asNumber()).isEqualByComparingTo("6");
    }

    @Test
    void goesOnOnAnotherSheetWhereOneIsFull() throws IOException {
        List<Item> many = IntStream.range(0, 25)
                .mapToObj(i -> new Item("第" + i, BigDecimal.ONE, i))
                .toList();
        List<List<Row>> sheets = sheets(written(out -> XlsxWriter.write(table(many), out, 11)));
        assertThat(sheets).extracting(List::size).containsExactly(11, 11, 6);
        assertThat(sheets)
                .allSatisfy(
                        rows -> assertThat(rows.get(0).getCell(0).asString()).isEqualTo("text"));
        assertThat(sheets.stream()
                        .flatMap(rows -> rows.stream().skip(1))
                        .map(row -> row.getCell(0).asString()))
                .containsExactlyElementsOf(many.stream().map(Item::text).toList());
    }

    /** What was written behind every row: a writer that keeps rows is found by what it has not written. */
    @Test
    void keepsNoMoreThanAFewRowsInMemory() throws IOException {
        for (boolean xlsx : List.of(true, false)) {
            Counted out = new Counted();
            long[] lag = {0};
            Table<Integer> table = new Table<>(
                    "numbers",
                    new Table.Columns<Integer>()
                            .add("number", i -> i)
                            .add("text", i -> "第" + i + "个不同的词")
                            .list(),
                    rows -> IntStream.range(0, 200_000).forEach(i -> {
                        rows.accept(i);
                        if (i % 1000 == 999) {
                            lag[0] = Math.max(lag[0], out.rowsSince());
                        }
                    }));
            if (xlsx) {
                XlsxWriter.write(table, out);
            } else {
                CsvWriter.forPrograms(table, out);
            }
            assertThat(out.bytes).isPositive();
            // In thousands of rows that were handed over without a byte being written.
            assertThat(lag[0]).isLessThan(40);
        }
    }

    private static final class Counted extends OutputStream {

        private long bytes;
        private long seen;
        private long quiet;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }

        long rowsSince() {
            quiet = bytes == seen ? quiet + 1 : 0;
            seen = bytes;
            return quiet;
        }
    }

    @Test
    void keepsAnEmptyTableATable() throws IOException {
        assertThat(sheets(written(out -> XlsxWriter.write(table(List.of()), out)))
                        .get(0))
                .hasSize(1);
        assertThat(written(out -> CsvWriter.forPrograms(table(List.of()), out)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("text,value,count\r\n");
    }

    @Test
    void replacesWhatXmlCannotHold() {
        assertThat(Cells.xml("a\u0000b\uD800c😀\n")).isEqualTo("a\uFFFDb\uFFFDc😀\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2023, 2023, A",
        "2016/2020, 2016-01-01/P5Y, A5",
        "2021/2023, 2021-01-01/P3Y, _O",
        "2023-Q1, 2023-Q1, Q",
        "2023-S2, 2023-S2, S",
        "2023-11, 2023-11, M",
        "2023-11-30, 2023-11-30, D",
        "2023-01/2023-11, 2023-01-01/P11M, _O",
        "2023-Q1/2023-Q3, 2023-01-01/P9M, _O",
        "_U, _U, _U"
    })
    void writesPeriodsAsSdmxDoes(String stored, String period, String frequency) {
        assertThat(SdmxPeriods.period(stored)).isEqualTo(period);
        assertThat(SdmxPeriods.frequency(stored)).isEqualTo(frequency);
    }
}
