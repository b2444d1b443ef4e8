/** From Kafka into the database, and what changed to Kafka. */
@NullMarked
package dev.zhibiao.store.stream;

import org.jspecify.annotations.NullMarked;
