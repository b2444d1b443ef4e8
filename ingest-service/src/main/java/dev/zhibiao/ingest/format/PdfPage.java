package dev.zhibiao.ingest.format;

import java.util.List;

/**
 * A page with its lines in the order in which they were drawn.
 *
 * @param width in points, 1/72 inch
 * @param height in points
 * @param lines those with text; may be taken from
 */
record PdfPage(float width, float height, List<PdfLine> lines) {}
