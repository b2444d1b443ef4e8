/** Numbers with their units and hedges: the values that statements are made of. */
@NullMarked
package dev.zhibiao.extract.grammar.quantity;

import org.jspecify.annotations.NullMarked;
