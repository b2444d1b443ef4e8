package dev.zhibiao.extract.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The real reports beside the repository. */
record Corpus(List<String> reports) {

    private static final Path FOLDER = Path.of(System.getProperty("zhibiao.shared", "../../shared"), "corpus");

    static boolean isAtHand() {
        return Files.isDirectory(FOLDER);
    }

    static Path folder() {
        return FOLDER;
    }

    static Corpus read() throws IOException {
        List<String> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                reports.add(Files.readString(file));
            }
        }
        if (reports.isEmpty()) {
            throw new IOException("no reports in " + FOLDER);
        }
        return new Corpus(List.copyOf(reports));
    }

    long chars() {
        return reports.stream().mapToLong(String::length).sum();
    }
}
