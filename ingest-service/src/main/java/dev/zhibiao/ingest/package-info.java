/** Takes documents, decodes them and publishes them as received reports. */
@NullMarked
package dev.zhibiao.ingest;

import org.jspecify.annotations.NullMarked;
