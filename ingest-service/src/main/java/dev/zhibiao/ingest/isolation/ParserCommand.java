package dev.zhibiao.ingest.isolation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The command line of a parser's process. */
final class ParserCommand {

    /** What the JVM exits with on {@code -XX:+ExitOnOutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;

    private final int heapMebibytes;
    private final String classPath;
    private final String mainClass;

    ParserCommand(int heapMebibytes, String classPath, String mainClass) {
        this.heapMebibytes = heapMebibytes;
        this.classPath = classPath;
        this.mainClass = mainClass;
    }

    static ParserCommand of(ParserConfig config) {
        return new ParserCommand(
                config.heapMebibytes(),
                config.classPath().orElseGet(ParserCommand::ownClassPath),
                ParserMain.class.getName());
    }

    /** A packaged service names only its starter on its class path; everything else lies beside that. */
    private static String ownClassPath() {
        String own = System.getProperty("java.class.path", "");
        Path starter = Path.of(own.split(File.pathSeparator, 2)[0]);
        if (!starter.endsWith("quarkus-run.jar")) {
            return own;
        }
        Path folder = starter.toAbsolutePath().getParent();
        return String.join(File.pathSeparator, folder + "/app/*", folder + "/lib/main/*", folder + "/lib/boot/*");
    }

    /**
     * Starts a process.
     *
     * @param folder its own, for what libraries put aside
     */
    Process start(Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line(folder))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // The service's environment has the broker's password; a document that takes the parser over shall not.
        builder.environment().clear();
        return builder.start();
    }

    private List<String> line(Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMebibytes + "m",
                "-Xss1m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                // One document at a time, and most processes see but a few: starting is what counts.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-Dfile.encoding=UTF-8",
                // Nothing is fetched for a document. Each library is told so; these are for the one that forgets.
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Dhttp.proxyHost=127.0.0.1",
                "-Dhttp.proxyPort=9",
                "-Dhttp.nonProxyHosts=",
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=9",
                "-cp",
                classPath,
                mainClass);
    }
}
