package dev.zhibiao.store.observation;

import java.util.Map;

/**
 * An observation with the report it stands in.
 *
 * @param shown as {@code GET /observations/{id}} shows it
 * @param source the report
 */
record Sourced(Map<String, Object> shown, Source source) {}
