/** What reports talk about, as data: administrative areas and how one goes on as another, canonical indicators, dimensions of units. */
@NullMarked
package dev.zhibiao.catalogue;

import org.jspecify.annotations.NullMarked;
