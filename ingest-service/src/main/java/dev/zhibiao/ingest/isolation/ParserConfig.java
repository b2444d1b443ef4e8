package dev.zhibiao.ingest.isolation;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** How documents with structure are parsed, and what one of them may cost. */
@ConfigMapping(prefix = "zhibiao.ingest.parser")
public interface ParserConfig {

    /** Documents that are parsed at the same time, at least 1; a process each. */
    int processes();

    /** Documents beyond these that are parsed on while they take longer than {@link #slowAfter()}; a process each. */
    int slowProcesses();

    /** After how long a document makes way for others, where one of the {@link #slowProcesses()} is free. */
    Duration slowAfter();

    /** How long a document may be parsed; then its process is killed. */
    Duration timeLimit();

    /** Heap of each process in MiB; a document that needs more ends its process. */
    int heapMebibytes();

    /** How long a document waits for its turn before its sender gets {@code overloaded}. */
    Duration patience();

    /** Documents after which a process is replaced, so that nothing a library keeps grows for ever. */
    int documentsPerProcess();

    /** The parser's class path where it is not the service's own. */
    Optional<String> classPath();
}
