/** What makes a service a stage of the pipeline: how it stops, and how it says in metrics, traces and logs what it does. */
@NullMarked
package dev.zhibiao.stage;

import org.jspecify.annotations.NullMarked;
