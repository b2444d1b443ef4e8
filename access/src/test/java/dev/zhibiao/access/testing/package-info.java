/** What the services' tests of access have in common. */
@NullMarked
package dev.zhibiao.access.testing;

import org.jspecify.annotations.NullMarked;
