/** What reports talk about, as data: administrative areas, canonical indicators, dimensions of units. */
@NullMarked
package dev.zhibiao.catalogue;

import org.jspecify.annotations.NullMarked;
