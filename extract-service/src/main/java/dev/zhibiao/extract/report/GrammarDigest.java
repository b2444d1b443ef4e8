package dev.zhibiao.extract.report;

import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.events.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/** Digest of all that decides what is found: the grammar, the report layer and the catalogue's lists. */
final class GrammarDigest {

    private static final int DIGITS = 8;
    private static final List<String> DECIDING = List.of("grammar", "report");
    private static final List<String> CATALOGUE = List.of("areas.tsv", "indicators.tsv", "unit-dimensions.tsv");

    private GrammarDigest() {}

    /**
     * The digest of the build that a class belongs to, a folder of classes or a jar.
     *
     * @return eight hexadecimal digits
     */
    static String of(Class<?> build) {
        CodeSource source = build.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalStateException("the classes of the grammar are in no folder and no jar");
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(place)) {
                return digest(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return digest(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the classes of the grammar cannot be read", e);
        }
    }

    private static String digest(Path root) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (String part : DECIDING) {
            Path folder = root.resolve("dev/zhibiao/extract").resolve(part);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    content.writeBytes(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    content.writeBytes(Files.readAllBytes(file));
                }
            }
        }
        for (String list : CATALOGUE) {
            try (InputStream words = Areas.class.getResourceAsStream(list)) {
                if (words == null) {
                    throw new IllegalStateException("the catalogue has no " + list);
                }
                content.writeBytes(words.readAllBytes());
            }
        }
        return Sha256.hex(content.toByteArray()).substring(0, DIGITS);
    }
}
