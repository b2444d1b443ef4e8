package dev.zhibiao.store.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes tables as Office Open XML workbooks: numbers as numbers, the header frozen. */
final class XlsxWriter {

    /** Rows of a sheet, the header among them: more, and Excel does not open it. */
    private static final int MOST_ROWS = 1_048_576;
    /** A spreadsheet's numbers are binary: with more digits than these it would show others. */
    private static final int EXACT_DIGITS = 15;
    /** Rows kept in memory. */
    private static final int FLUSHED_AFTER = 500;

    private final Workbook workbook;
    private final Table<?> table;
    private final int mostRows;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    private XlsxWriter(Table<?> table, OutputStream out, int mostRows) {
        this.workbook = new Workbook(out, "Zhibiao", null);
        this.table = table;
        this.mostRows = mostRows;
    }

    static <T> void write(Table<T> table, OutputStream out) throws IOException {
        write(table, out, MOST_ROWS);
    }

    /** @param mostRows of a sheet; what is more goes on the next */
    static <T> void write(Table<T> table, OutputStream out, int mostRows) throws IOException {
        XlsxWriter writer = new XlsxWriter(table, out, mostRows);
        Worksheet first = writer.next();
        table.rows().accept(item -> writer.add(table, item));
        (writer.sheet == null ? first : writer.sheet).finish();
        writer.workbook.finish();
    }

    private Worksheet next() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheets++;
        Worksheet made = workbook.newWorksheet(sheets == 1 ? table.name() : table.name() + " " + sheets);
        made.freezePane(0, 1);
        for (int column = 0; column < table.columns().size(); column++) {
            made.inlineString(0, column, table.columns().get(column).name());
        }
        row = 1;
        sheet = made;
        return made;
    }

    private <T> void add(Table<T> same, T item) {
        try {
            Worksheet target = sheet == null || row == mostRows ? next() : sheet;
            for (int column = 0; column < same.columns().size(); column++) {
                cell(target, column, same.columns().get(column).value().apply(item));
            }
            if (++row % FLUSHED_AFTER == 0) {
                target.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cell(Worksheet target, int column, @Nullable Object value) {
        if (value instanceof BigDecimal decimal && decimal.precision() <= EXACT_DIGITS) {
            target.value(row, column, decimal);
        } else if (value instanceof Integer || value instanceof Long) {
            target.value(row, column, (Number) value);
        } else if (value instanceof Boolean bool) {
            target.value(row, column, bool);
        } else if (value != null) {
            target.inlineString(row, column, Cells.xml(Cells.plain(value)));
        }
    }
}
