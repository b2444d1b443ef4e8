/** Which period a statement is about, and whether it is done or planned. */
@NullMarked
package dev.zhibiao.extract.grammar.period;

import org.jspecify.annotations.NullMarked;
