package dev.zhibiao.local;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal, where a Chinese character is as wide as two Latin ones. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** One line a row, without a line end after the last. */
    String text() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    /** Unicode Standard Annex 11, the blocks that occur in names of reports. */
    private static boolean isWide(int c) {
        return c >= 0x2E80 && c <= 0xA4CF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFF00 && c <= 0xFF60 || c >= 0x20000;
    }
}
