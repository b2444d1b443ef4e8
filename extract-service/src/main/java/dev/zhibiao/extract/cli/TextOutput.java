package dev.zhibiao.extract.cli;

import dev.zhibiao.extract.report.Extraction;
import java.io.PrintWriter;

/** The text that offsets count in, as it is. */
record TextOutput(PrintWriter out) implements Output {

    @Override
    public void print(String doc, String text, Extraction extraction) {
        out.print(text);
    }
}
