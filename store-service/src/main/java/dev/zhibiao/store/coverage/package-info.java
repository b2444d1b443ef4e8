/** Of which area and year there is a report. */
@NullMarked
package dev.zhibiao.store.coverage;

import org.jspecify.annotations.NullMarked;
