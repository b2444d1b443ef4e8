/** Keeps reports and their observations in MongoDB, answers queries and tells what changed. */
@NullMarked
package dev.zhibiao.store;

import org.jspecify.annotations.NullMarked;
