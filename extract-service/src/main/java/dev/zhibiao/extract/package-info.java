/** Placeholder. */
@NullMarked
package dev.zhibiao.extract;

import org.jspecify.annotations.NullMarked;
