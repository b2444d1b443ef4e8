/** One reader for numbers, whether in digits or in Chinese numerals. */
@NullMarked
package dev.zhibiao.extract.grammar.number;

import org.jspecify.annotations.NullMarked;
