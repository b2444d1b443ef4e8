package dev.zhibiao.store.stream;

import java.util.List;

/** Writes the records of one topic. */
interface BatchWriter<T> {

    /** Reads and checks one record. */
    T read(StreamRecord record) throws GivenUpException;

    /** Writes them in one bulk a collection; may be repeated after any part of it has been done. */
    void write(List<T> events);

    /** Whether a record that cannot be written goes to {@code reports.failed}; what comes from there does not go back. */
    default boolean failsToTopic() {
        return true;
    }
}
