package dev.zhibiao.ingest.isolation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A parser's process that gets ready only once there is a certain file in the last folder of its class path. */
final class LateParser {

    static final String NOW = "now";
    static final String TOO_EARLY = "too-early";

    private LateParser() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        String classPath = System.getProperty("java.class.path");
        Path folder = Path.of(classPath.substring(classPath.lastIndexOf(File.pathSeparatorChar) + 1));
        if (Files.exists(folder.resolve(NOW))) {
            MisbehavingParser.main(arguments);
        } else {
            Files.writeString(folder.resolve(TOO_EARLY), "x");
        }
    }
}
