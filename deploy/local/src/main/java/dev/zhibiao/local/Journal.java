package dev.zhibiao.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Lines that are added to a file one by one, so that a command that was interrupted knows what it has done. Only one
 * process at a time has it; a line that a kill has torn is none. One without lines leaves no file.
 */
final class Journal implements Closeable {

    private final Path path;
    private final FileChannel channel;

    private Journal(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens it, with the lines that are in it.
     *
     * @param running the message that another process has it
     */
    static Journal open(Path path, String running) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Journal journal = new Journal(path, channel);
            journal.lock(running);
            return journal;
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private void lock(String running) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // In this very process: the same refusal.
        }
        channel.close();
        throw new CannotRunException(running, path);
    }

    Path path() {
        return path;
    }

    /** The lines so far; what comes next goes behind them. */
    List<String> lines() {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            channel.position(0);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
            channel.position(channel.size());
            return whole.lines().toList();
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    void add(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    /** Forgets everything. */
    void clear() {
        try {
            channel.truncate(0);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static CannotRunException unusable(Path path, IOException e) {
        return new CannotRunException(e, "data.unusable", path, Reason.of(e));
    }

    @Override
    public void close() throws IOException {
        boolean empty = channel.isOpen() && channel.size() == 0;
        channel.close();
        if (empty) {
            Files.deleteIfExists(path);
        }
    }
}
