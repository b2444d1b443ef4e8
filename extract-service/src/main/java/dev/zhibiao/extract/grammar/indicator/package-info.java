/** The phrase that names what is measured. */
@NullMarked
package dev.zhibiao.extract.grammar.indicator;

import org.jspecify.annotations.NullMarked;
