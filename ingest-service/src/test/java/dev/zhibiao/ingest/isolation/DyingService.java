package dev.zhibiao.ingest.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A service that has a document parsed until it is killed. */
final class DyingService {

    private static final Duration LONG = Duration.ofMinutes(10);

    private DyingService() {}

    /** The argument is the document. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        byte[] document = Files.readAllBytes(Path.of(arguments[0]));
        ParserPool pool = new ParserPool(TestParserConfig.of(1, 0, LONG));
        while (pool.idle() == 0) {
            Thread.sleep(20);
        }
        Thread sender = new Thread(() -> pool.parse(document, 1000));
        sender.start();
        while (pool.idle() > 0) {
            Thread.sleep(20);
        }
        System.out.println("parsing");
        sender.join();
    }
}
