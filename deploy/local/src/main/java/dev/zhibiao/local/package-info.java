/** The one-command launcher: a broker, a database and the three services on this machine, and reports submitted to them. */
@NullMarked
package dev.zhibiao.local;

import org.jspecify.annotations.NullMarked;
