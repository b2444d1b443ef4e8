/** The text as the grammar reads it: folded characters, sections and sentences, each tied to its place in the source. */
@NullMarked
package dev.zhibiao.extract.grammar.text;

import org.jspecify.annotations.NullMarked;
