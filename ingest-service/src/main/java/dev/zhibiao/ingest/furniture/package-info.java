/** What stands around a report on a page of paper or of the web, and is none of its words. */
@NullMarked
package dev.zhibiao.ingest.furniture;

import org.jspecify.annotations.NullMarked;
