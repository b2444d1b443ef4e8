package dev.zhibiao.store.series;

import dev.zhibiao.events.Problem;
import dev.zhibiao.store.observation.Fact;
import dev.zhibiao.store.observation.Observations;
import dev.zhibiao.store.observation.Selection;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.ReadingConfig;
import dev.zhibiao.store.query.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Holds all facts of a selection in memory at once, so many and for so few at a time that there is room. */
@ApplicationScoped
class Gathering {

    /** Some 1.5 kB each. */
    private static final int MOST_FACTS = 50_000;
    /** Answers made at a time. */
    private static final int AT_A_TIME = 2;

    private final Observations observations;
    private final Duration patience;
    private final Semaphore room = new Semaphore(AT_A_TIME, true);

    Gathering(Observations observations, ReadingConfig reading) {
        this.observations = observations;
        this.patience = reading.patience();
    }

    /**
     * Makes an answer of the facts.
     *
     * @param parameter to be told to narrow where there are too many
     * @throws RefusedException {@code bad-parameter} for too many facts, {@code overloaded} where others took too long
     */
    <T> T of(Selection selection, String parameter, Function<List<Fact>, T> answer) {
        if (!acquired()) {
            throw new RefusedException(Problem.OVERLOADED, "too many such answers are being made", null);
        }
        try {
            List<Fact> facts = new ArrayList<>();
            observations.facts(selection, fact -> {
                if (facts.size() == MOST_FACTS) {
                    throw Parameters.bad(parameter, "fits more than " + MOST_FACTS + " observations; ask for less");
                }
                facts.add(fact);
            });
            return answer.apply(facts);
        } finally {
            room.release();
        }
    }

    private boolean acquired() {
        try {
            return room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
