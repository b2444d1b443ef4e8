/** Reports that say the same in another dress: linked, not merged. */
@NullMarked
package dev.zhibiao.store.manifestation;

import org.jspecify.annotations.NullMarked;
