/** What operators put back into the stream: failed records, and reports to be read again. */
@NullMarked
package dev.zhibiao.store.replay;

import org.jspecify.annotations.NullMarked;
