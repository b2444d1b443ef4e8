package dev.zhibiao.events;

import java.util.List;

/**
 * What ingest remembers of a report it received, the value of topic {@code reports.known}.
 *
 * @param state {@code received}, or {@code failed} where a stage gave it up so that it may be received again
 * @param sources the sources it came from so far
 */
public record KnownReport(String state, List<String> sources) {

    public KnownReport {
        sources = List.copyOf(sources);
    }
}
