package dev.zhibiao.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The TSV files beside these classes. */
final class Resources {

    /** Reads one file. */
    interface Reader<T> {
        T read(BufferedReader lines) throws IOException;
    }

    private Resources() {}

    /**
     * Opens a file in UTF-8 and has it read.
     *
     * @throws IllegalStateException where there is none
     */
    static <T> T read(String name, Reader<T> reader) {
        try (InputStream bytes = Resources.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("no " + name);
            }
            return reader.read(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The constant that a cell names.
     *
     * @throws IllegalStateException where there is no such constant
     */
    static <E extends Enum<E>> E constant(Class<E> type, String cell, String line) {
        try {
            return Enum.valueOf(type, cell);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("no " + type.getSimpleName() + " " + cell + ": " + line, e);
        }
    }
}
