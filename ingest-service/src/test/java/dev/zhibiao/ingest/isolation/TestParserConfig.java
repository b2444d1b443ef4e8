package dev.zhibiao.ingest.isolation;

import java.time.Duration;
import java.util.Optional;

/**
 * A parser's configuration.
 *
 * @param slowAfter see {@link ParserConfig}
 */
record TestParserConfig(
        int processes,
        int slowProcesses,
        Duration slowAfter,
        Duration timeLimit,
        int heapMebibytes,
        Duration patience,
        int documentsPerProcess,
        Optional<String> classPath)
        implements ParserConfig {

    /** As delivered, with another time limit. */
    static TestParserConfig of(int processes, int slowProcesses, Duration timeLimit) {
        return new TestParserConfig(
                processes,
                slowProcesses,
                Duration.ofMillis(200),
                timeLimit,
                256,
                Duration.ofSeconds(60),
                1000,
                Optional.empty());
    }
}
