package dev.zhibiao.store.export;

import dev.zhibiao.events.Problem;
import dev.zhibiao.store.query.RefusedException;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/** So few files are written at a time that questions are answered meanwhile: a slow reader keeps a thread busy. */
@Singleton
class Room {

    private static final int AT_A_TIME = 4;

    private final Semaphore places = new Semaphore(AT_A_TIME);

    /** @throws RefusedException {@code overloaded} where there is no place */
    void enter() {
        if (!places.tryAcquire()) {
            throw new RefusedException(
                    Problem.OVERLOADED, AT_A_TIME + " files are being written, as many as can be at a time", null);
        }
    }

    void leave() {
        places.release();
    }
}
