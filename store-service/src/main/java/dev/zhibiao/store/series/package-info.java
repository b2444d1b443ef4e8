/** Figures side by side: one indicator through time or across areas, and where reports contradict each other. */
@NullMarked
package dev.zhibiao.store.series;

import org.jspecify.annotations.NullMarked;
