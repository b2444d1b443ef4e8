package dev.zhibiao.extract.cli;

import dev.zhibiao.extract.report.Extraction;
import java.io.IOException;

/** A way to print what was found in a report. */
interface Output {

    /**
     * Prints one report.
     *
     * @param doc name of its file
     * @param text as decoded
     */
    void print(String doc, String text, Extraction extraction) throws IOException;
}
