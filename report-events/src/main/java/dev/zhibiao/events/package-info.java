/** Placeholder. */
@NullMarked
package dev.zhibiao.events;

import org.jspecify.annotations.NullMarked;
