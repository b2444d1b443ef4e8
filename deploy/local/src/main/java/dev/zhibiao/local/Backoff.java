package dev.zhibiao.local;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next try: doubled with each, at least what the server asks for, a random part on top so
 * that many senders do not come back together.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 7;

    private final Clock clock;
    private final DoubleSupplier random;

    /**
     * Waits by a clock.
     *
     * @param random from 0 to 1
     */
    Backoff(Clock clock, DoubleSupplier random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * The wait.
     *
     * @param attempt the one that failed, from 1
     * @param headers of its answer
     */
    Duration after(int attempt, HttpHeaders headers) {
        Duration own = FIRST.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
        Duration asked = headers.firstValue("Retry-After").flatMap(this::read).orElse(Duration.ZERO);
        Duration least = own.compareTo(asked) < 0 ? asked : own;
        Duration capped = least.compareTo(LONGEST) > 0 ? LONGEST : least;
        return capped.plusMillis((long) (random.getAsDouble() * own.toMillis() / 2));
    }

    /** Seconds or a date (RFC 9110, 10.2.3). */
    private Optional<Duration> read(String value) {
        String said = value.strip();
        if (said.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            ZonedDateTime time = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration until = Duration.between(clock.instant(), time.toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
