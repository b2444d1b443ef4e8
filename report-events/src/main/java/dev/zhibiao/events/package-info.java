/** The events on the wire: their records, identities, JSON and topics; what every service of the flow agrees on. */
@NullMarked
package dev.zhibiao.events;

import org.jspecify.annotations.NullMarked;
