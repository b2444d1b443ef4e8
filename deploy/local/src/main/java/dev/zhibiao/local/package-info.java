/** Placeholder. */
@NullMarked
package dev.zhibiao.local;

import org.jspecify.annotations.NullMarked;
