package dev.zhibiao.local;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Waiting between two looks at something. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting");
        }
    }
}
