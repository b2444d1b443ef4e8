/** Who is calling and what that caller may do: the same roles, keys and refusals in every service with an API. */
@NullMarked
package dev.zhibiao.access;

import org.jspecify.annotations.NullMarked;
