package dev.zhibiao.extract.cli;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file that is not read here; the message is the one line a person needs. */
final class NoTextException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Path file;

    /** A message of the bundle, which begins with the file. */
    NoTextException(String key, Path file, Object... arguments) {
        super(Messages.of(key, withFile(file, arguments)));
        this.file = file;
    }

    private static Object[] withFile(Path file, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = file;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    /** The file that is not read. */
    Path file() {
        return file;
    }
}
