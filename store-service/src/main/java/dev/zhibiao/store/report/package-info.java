/** Reports, their texts and the states of their lives. */
@NullMarked
package dev.zhibiao.store.report;

import org.jspecify.annotations.NullMarked;
