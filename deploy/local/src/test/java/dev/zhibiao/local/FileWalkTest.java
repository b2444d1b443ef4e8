package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWalkTest {

    @TempDir
    Path folder;

    @Test
    void comesByFilesInTheOrderOfNamesAndLeavesHiddenOnesOut() throws IOException {
        write("b/2");
        write("b/1");
        write("b/.git/3");
        write("a");
        write("c/d/e/4");
        Files.createDirectories(folder.resolve("empty/inside"));
        assertThat(walk(folder)).containsExactly("a", "b/1", "b/2", "c/d/e/4");
        assertThat(FileWalk.count(List.of(folder))).isEqualTo(4);
    }

    @Test
    void takesNamedPathsInTheirOrder() throws IOException {
        write("z");
        write("f/1");
        assertThat(walk(folder.resolve("z"), folder.resolve("f"))).containsExactly("z", "f/1");
    }

    @Test
    void doesNotFollowLinksToFoldersIntoALoop() throws IOException {
        write("f/1");
        Files.createSymbolicLink(folder.resolve("f/loop"), folder);
        Files.createSymbolicLink(folder.resolve("f/link"), folder.resolve("f/1"));
        assertThat(walk(folder)).containsExactly("f/1", "f/link");
    }

    @Test
    void endsWithoutAWord() {
        FileWalk walk = new FileWalk(List.of(folder));
        assertThat(walk.hasNext()).isFalse();
        assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
    }

    private List<String> walk(Path... paths) {
        List<String> found = new ArrayList<>();
        new FileWalk(List.of(paths))
                .forEachRemaining(file -> found.add(folder.relativize(file).toString()));
        return found;
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
    }
}
