/** Documents with structure are parsed in processes of their own, which may hang, run out of memory or crash. */
@NullMarked
package dev.zhibiao.ingest.isolation;

import org.jspecify.annotations.NullMarked;
