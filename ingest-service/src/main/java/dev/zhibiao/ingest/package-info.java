/** Placeholder. */
@NullMarked
package dev.zhibiao.ingest;

import org.jspecify.annotations.NullMarked;
