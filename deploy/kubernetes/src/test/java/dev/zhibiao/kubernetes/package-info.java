/** Checks of the manifests that need no cluster: against the definitions of the kinds, and what no definition says. */
@NullMarked
package dev.zhibiao.kubernetes;

import org.jspecify.annotations.NullMarked;
