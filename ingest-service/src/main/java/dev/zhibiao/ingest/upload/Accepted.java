package dev.zhibiao.ingest.upload;

/**
 * The answer to a document that was taken.
 *
 * @param reportId of its text
 * @param status {@code received}, or {@code duplicate} where the text was received before
 * @param location of the report at the store
 */
record Accepted(String reportId, String status, String location) {}
