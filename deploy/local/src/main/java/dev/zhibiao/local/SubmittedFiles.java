package dev.zhibiao.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that a command line names: files as they are, folders by what is in them, hidden ones left out. */
final class SubmittedFiles {

    private SubmittedFiles() {}

    static List<Path> of(List<Path> paths) {
        requireThere(paths);
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            files.addAll(Files.isDirectory(path) ? inside(path) : List.of(path));
        }
        return files;
    }

    /** Complains about the first path that is not there or cannot be read. */
    static void requireThere(List<Path> paths) {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new CannotRunException("path.missing", path);
            }
            if (!Files.isReadable(path)) {
                throw new CannotRunException("path.unreadable", path, Messages.of("reason.denied", path));
            }
        }
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new CannotRunException("path.empty", folder);
            }
            return files;
        } catch (IOException e) {
            throw new CannotRunException(e, "path.unreadable", folder, Reason.of(e));
        }
    }
}
