/** What the tests of every service of the flow need: a broker with the topics and a hand in them, traces and the log. */
@NullMarked
package dev.zhibiao.events.testing;

import org.jspecify.annotations.NullMarked;
