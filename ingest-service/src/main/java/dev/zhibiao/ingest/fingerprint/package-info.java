/** Which texts say the same: what is left of a text without white space and page furniture. */
@NullMarked
package dev.zhibiao.ingest.fingerprint;

import org.jspecify.annotations.NullMarked;
