package dev.zhibiao.extract.stream;

import dev.zhibiao.extract.report.Extraction;

/** Reads a report's text; the seam between the stream and the grammar. */
@FunctionalInterface
interface TextReading {

    /** Everything found in the text. */
    Extraction read(String text);
}
