/** The administrative divisions of China and how one goes on as another. */
@NullMarked
package dev.zhibiao.catalogue;

import org.jspecify.annotations.NullMarked;
