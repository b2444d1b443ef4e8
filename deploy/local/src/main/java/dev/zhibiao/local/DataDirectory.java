package dev.zhibiao.local;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where broker and database keep their data, for one launcher at a time.
 *
 * <p>The lock file holds the process id while a launcher runs: the operating system frees the lock of a launcher that
 * was killed, but the id stays and tells the next one that the last end was not a clean one.
 */
final class DataDirectory implements Closeable {

    /** Kafka stops for good when its disk is full: better not to begin. */
    static final long REQUIRED_BYTES = 512L << 20;

    private final Path path;
    private final FileChannel lockFile;
    private final boolean afterCrash;

    private DataDirectory(Path path, FileChannel lockFile, boolean afterCrash) {
        this.path = path;
        this.lockFile = lockFile;
        this.afterCrash = afterCrash;
    }

    static DataDirectory open(Path path) {
        return open(path, REQUIRED_BYTES);
    }

    static DataDirectory open(Path path, long requiredBytes) {
        try {
            Files.createDirectories(path.resolve("logs"));
            long usable = Files.getFileStore(path).getUsableSpace();
            if (usable < requiredBytes) {
                throw new CannotRunException("disk.full", path, usable >> 20, requiredBytes >> 20);
            }
            return lock(path);
        } catch (FileAlreadyExistsException e) {
            throw new CannotRunException(e, "data.not-a-folder", path);
        } catch (IOException e) {
            throw new CannotRunException(e, "data.unusable", path, Reason.of(e));
        }
    }

    private static DataDirectory lock(Path path) throws IOException {
        Path file = path.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        String owner = read(channel);
        if (tryLock(channel) == null) {
            channel.close();
            throw new CannotRunException("data.locked", path, owner.isEmpty() ? "?" : owner);
        }
        channel.truncate(0);
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(pid), 0);
        return new DataDirectory(path, channel, !owner.isEmpty());
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
    }

    Path path() {
        return path;
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path mongodb() {
        return path.resolve("mongodb");
    }

    Path logs() {
        return path.resolve("logs");
    }

    /** Whether the last launcher here was killed. */
    boolean afterCrash() {
        return afterCrash;
    }

    @Override
    public void close() {
        try {
            lockFile.truncate(0);
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
