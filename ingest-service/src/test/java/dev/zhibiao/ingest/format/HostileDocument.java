package dev.zhibiao.ingest.format;

import java.util.function.Supplier;

/**
 * A document made to do harm, or to pass for what it is not.
 *
 * @param name what is wrong with it
 * @param expected the problem's code, or {@code read}
 * @param detail what the problem's detail says of it, or the text that was read
 * @param bytes made when they are needed: some are large
 */
public record HostileDocument(String name, String expected, String detail, Supplier<byte[]> bytes) {

    @Override
    public String toString() {
        return name;
    }
}
