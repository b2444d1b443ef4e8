/** The command line: extraction and explanation in one process. */
@NullMarked
package dev.zhibiao.extract.cli;

import org.jspecify.annotations.NullMarked;
