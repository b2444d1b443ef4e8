/** How much there is of each indicator and area, from counts that are kept in memory. */
@NullMarked
package dev.zhibiao.store.overview;

import org.jspecify.annotations.NullMarked;
