package dev.zhibiao.ingest.isolation;

import dev.zhibiao.ingest.document.DecodedDocument;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/** One running parser. Used by one document at a time; {@link #kill()} by anyone. */
final class ParserProcess implements Closeable {

    private static final long SECONDS_TO_DIE = 10;

    private final Path folder;
    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private int documents;

    private ParserProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.out = new DataOutputStream(process.getOutputStream());
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** Starts a process that is ready only after {@link #awaitReady()}. */
    static ParserProcess start(ParserCommand command) throws IOException {
        Path folder = Files.createTempDirectory("zhibiao-parser-");
        try {
            return new ParserProcess(folder, command.start(folder));
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
    }

    /**
     * Waits until everything is loaded.
     *
     * @throws IOException where the process ended
     */
    void awaitReady() throws IOException {
        if (in.readByte() != Exchange.READY) {
            throw new IOException("the parser says something else than that it is ready");
        }
    }

    /**
     * Parses a document.
     *
     * @throws IOException where the process ended or said what is no answer
     */
    DecodedDocument parse(byte[] document, int textBytes) throws IOException {
        documents++;
        Exchange.ask(out, document, textBytes);
        return Exchange.answer(in, textBytes);
    }

    /** How many documents it was asked for. */
    int documents() {
        return documents;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** How it ended, which it must have or be about to; -1 where it does not end. */
    int exitCode() {
        try {
            return process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Ends it and removes its folder. */
    @Override
    public void close() {
        kill();
        exitCode();
        delete(folder);
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, java.io.IOException e) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // What is left lies in the folder for temporary files, which is the operating system's to empty.
        }
    }
}
