/** Placeholder. */
@NullMarked
package dev.zhibiao.store;

import org.jspecify.annotations.NullMarked;
