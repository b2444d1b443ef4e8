/** Placeholder. */
@NullMarked
package dev.zhibiao.catalogue;

import org.jspecify.annotations.NullMarked;
