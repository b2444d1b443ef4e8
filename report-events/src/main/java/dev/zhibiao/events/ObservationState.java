package dev.zhibiao.events;

/**
 * The current state of an observation, the value of topic {@code observations}.
 *
 * @param reportId the report it stands in
 * @param extractorVersion of the extraction that gave it
 * @param observation its content
 */
public record ObservationState(String reportId, String extractorVersion, Observation observation) {}
