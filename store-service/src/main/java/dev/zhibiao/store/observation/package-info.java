/** Observations: what each write changes, and finding them. */
@NullMarked
package dev.zhibiao.store.observation;

import org.jspecify.annotations.NullMarked;
