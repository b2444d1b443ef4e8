/** The words that are units, and the words that only look like units. */
@NullMarked
package dev.zhibiao.extract.grammar.unit;

import org.jspecify.annotations.NullMarked;
