package dev.zhibiao.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a command line names: files as they are, folders by what is in them, hidden ones left out. */
final class SubmittedFiles {

    private SubmittedFiles() {}

    static List<Path> of(List<Path> paths) {
        requireThere(paths);
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            int before = files.size();
            new FileWalk(List.of(path)).forEachRemaining(files::add);
            if (files.size() == before) {
                throw new CannotRunException("path.empty", path);
            }
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
}
