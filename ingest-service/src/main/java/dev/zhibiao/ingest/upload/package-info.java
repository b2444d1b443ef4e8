/** {@code POST /reports}: documents over HTTP, and every refusal as a problem (RFC 9457). */
@NullMarked
package dev.zhibiao.ingest.upload;

import org.jspecify.annotations.NullMarked;
