/** What all queries share: parameters, cursors, problems. */
@NullMarked
package dev.zhibiao.store.query;

import org.jspecify.annotations.NullMarked;
