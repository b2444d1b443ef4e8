/** Tables as files: CSV, XLSX and SDMX-CSV, written while they are read, in memory that does not grow with them. */
@NullMarked
package dev.zhibiao.store.export;

import org.jspecify.annotations.NullMarked;
