/** What the web page needs beside the query API: where ingest is, how things stand, what a search box suggests. */
@NullMarked
package dev.zhibiao.store.page;

import org.jspecify.annotations.NullMarked;
