/** What Kafka must have acknowledged before a sender is answered, and the Kafka way in. */
@NullMarked
package dev.zhibiao.ingest.publish;

import org.jspecify.annotations.NullMarked;
