package dev.zhibiao.ingest.publish;

/**
 * What became of a document.
 *
 * @param reportId of its text
 * @param duplicate whether its text had been received before
 */
public record Reception(String reportId, boolean duplicate) {}
