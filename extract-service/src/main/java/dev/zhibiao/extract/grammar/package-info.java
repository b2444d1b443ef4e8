/** The grammar of work reports, free of frameworks; each package below imports only those before it. */
@NullMarked
package dev.zhibiao.extract.grammar;

import org.jspecify.annotations.NullMarked;
