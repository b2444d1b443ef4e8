package dev.zhibiao.store.series;

import dev.zhibiao.events.Problem;
import dev.zhibiao.store.observation.Fact;
import dev.zhibiao.store.observation.Observations;
import dev.zhibiao.store.observation.Selection;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.ReadingConfig;
import dev.zhibiao.store.query.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Holds all facts of a selection in memory at once, so many and for so few at a time that there is room. */
@ApplicationScoped
class Gathering {

    /** Some 1.5 kB each. */
    private static final int MOST_FACTS = 50_000;
    /** Answers made at a time. */
    private static final int AT_A_TIME = 2;

    private final Observations observations;
    private final Duration patience;
    private final int mostFacts;
    private final Semaphore room = new Semaphore(AT_A_TIME, true);

    @Inject
    Gathering(Observations observations, ReadingConfig reading) {
        this(observations, reading, MOST_FACTS);
    }

    /** @param mostFacts held at once */
    Gathering(Observations observations, ReadingConfig reading, int mostFacts) {
        this.mostFacts = mostFacts;
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
        return inTurn(() -> answer.apply(read(selection, parameter, fact -> true)));
    }

    /**
     * Makes an answer of the facts that share their key with another; of these there may be as many as of all, above.
     *
     * @param key equal for what belongs together; now and then for something else
     */
    <T> T ofRepeated(Selection selection, String parameter, ToIntFunction<Fact> key, Function<List<Fact>, T> answer) {
        return inTurn(() -> {
            Set<Integer> once = new HashSet<>();
            Set<Integer> again = new HashSet<>();
            observations.facts(selection, fact -> {
                int hash = key.applyAsInt(fact);
                if (!once.add(hash)) {
                    again.add(hash);
                }
            });
            return answer.apply(read(selection, parameter, fact -> again.contains(key.applyAsInt(fact))));
        });
    }

    private List<Fact> read(Selection selection, String parameter, Predicate<Fact> wanted) {
        List<Fact> facts = new ArrayList<>();
        observations.facts(selection, fact -> {
            if (!wanted.test(fact)) {
                return;
            }
            if (facts.size() == mostFacts) {
                throw Parameters.bad(parameter, "fits more than " + mostFacts + " observations; ask for less");
            }
            facts.add(fact);
        });
        return facts;
    }

    private <T> T inTurn(Supplier<T> answer) {
        if (!acquired()) {
            throw new RefusedException(Problem.OVERLOADED, "too many such answers are being made", null);
        }
        try {
            return answer.get();
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
