/** What a document's bytes are, and the text in them. No framework here. */
@NullMarked
package dev.zhibiao.ingest.document;

import org.jspecify.annotations.NullMarked;
