package dev.zhibiao.local;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The files under some paths, folder by folder: only the names of the folders on the way are held. In the order of names,
 * hidden ones left out, links to folders not followed. A folder that cannot be read comes as it is, so that it is missed.
 */
final class FileWalk implements Iterator<Path> {

    private final Deque<Iterator<Path>> open = new ArrayDeque<>();
    private @Nullable Path next;

    FileWalk(List<Path> paths) {
        // What is named is followed, whatever it is.
        List<Iterator<Path>> named = new ArrayList<>();
        for (Path path : paths) {
            named.add(Files.isDirectory(path) ? entries(path) : List.of(path).iterator());
        }
        Collections.reverse(named);
        named.forEach(open::push);
        next = find();
    }

    /** How many there are. */
    static long count(List<Path> paths) {
        long count = 0;
        for (FileWalk walk = new FileWalk(paths); walk.hasNext(); walk.next()) {
            count++;
        }
        return count;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Path next() {
        Path found = next;
        if (found == null) {
            throw new NoSuchElementException();
        }
        next = find();
        return found;
    }

    private @Nullable Path find() {
        while (!open.isEmpty()) {
            Iterator<Path> entries = open.getFirst();
            if (!entries.hasNext()) {
                open.pop();
                continue;
            }
            Path entry = entries.next();
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(entry)) {
                open.push(entries(entry));
            } else if (!Files.isDirectory(entry) || !Files.isReadable(entry)) {
                return entry;
            }
        }
        return null;
    }

    private static Iterator<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                folder, entry -> !String.valueOf(entry.getFileName()).startsWith("."))) {
            found.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException e) {
            throw new CannotRunException(e, "path.unreadable", folder, Reason.of(e));
        }
        Collections.sort(entries);
        return entries.iterator();
    }
}
