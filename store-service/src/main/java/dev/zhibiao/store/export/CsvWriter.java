package dev.zhibiao.store.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes tables as RFC 4180. */
final class CsvWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvWriter() {}

    /** For people's spreadsheets: with a byte order mark, and nothing that is taken for a formula. */
    static <T> void forSpreadsheets(Table<T> table, OutputStream out) throws IOException {
        write(table, out, true);
    }

    /** For programs: every cell as it is. */
    static <T> void forPrograms(Table<T> table, OutputStream out) throws IOException {
        write(table, out, false);
    }

    private static <T> void write(Table<T> table, OutputStream out, boolean spreadsheet) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
        if (spreadsheet) {
            text.write(BYTE_ORDER_MARK);
        }
        for (Column<T> column : table.columns()) {
            printer.print(column.name());
        }
        printer.println();
        table.rows().accept(row -> {
            try {
                for (Column<T> column : table.columns()) {
                    Object value = column.value().apply(row);
                    printer.print(spreadsheet ? Cells.harmless(value) : Cells.plain(value));
                }
                printer.println();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        text.flush();
    }
}
