/** Takes received reports from Kafka, has them read, and gives on what was found or why it could not be. */
@NullMarked
package dev.zhibiao.extract.stream;

import org.jspecify.annotations.NullMarked;
