/** The text of each format that has structure: HTML, PDF, DOC, DOCX. Runs in the parser's process only. */
@NullMarked
package dev.zhibiao.ingest.format;

import org.jspecify.annotations.NullMarked;
