/** What an extraction costs; compiled and run by the profile {@code benchmark} only. */
@NullMarked
package dev.zhibiao.extract.benchmark;

import org.jspecify.annotations.NullMarked;
