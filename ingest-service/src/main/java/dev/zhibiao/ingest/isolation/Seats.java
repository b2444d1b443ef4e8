package dev.zhibiao.ingest.isolation;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many documents are parsed at the same time. A document that takes long moves from its seat to one for slow ones,
 * so that a few hostile documents do not keep the others waiting until their time is over.
 */
final class Seats {

    private final Semaphore regular;
    private final Semaphore slow;

    Seats(int regular, int slow) {
        // In the order of arrival.
        this.regular = new Semaphore(regular, true);
        this.slow = new Semaphore(slow);
    }

    /**
     * Waits for a seat.
     *
     * @throws RefusedException {@code overloaded} where none was free in time
     */
    Seat take(Duration patience) {
        try {
            if (regular.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Seat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RefusedException(
                Problem.OVERLOADED, "no parser was free within " + patience.toMillis() / 1000 + " s");
    }

    /** One document's seat. */
    final class Seat implements AutoCloseable {

        private boolean moved;
        private boolean closed;

        /** Gives the seat to the next document where there is another for this one. */
        synchronized void makeWay() {
            if (!moved && !closed && slow.tryAcquire()) {
                moved = true;
                regular.release();
            }
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                (moved ? slow : regular).release();
            }
        }
    }
}
