/** Sentence shapes: each rule turns a quantity and what stands around it into statements. */
@NullMarked
package dev.zhibiao.extract.grammar.rule;

import org.jspecify.annotations.NullMarked;
