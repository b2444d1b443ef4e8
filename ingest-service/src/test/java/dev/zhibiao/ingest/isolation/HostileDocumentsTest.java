package dev.zhibiao.ingest.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.Limits;
import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.DocumentReader;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.ingest.format.DocBuilder;
import dev.zhibiao.ingest.format.HostileDocument;
import dev.zhibiao.ingest.format.HostileSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything hostile, read as the service reads it, with parsers in processes of their own. */
class HostileDocumentsTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    /** For what runs until it is ended, so that the test does not. */
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static final ParserPool PATIENT = new ParserPool(TestParserConfig.of(1, 1, LONG));
    private static final ParserPool IMPATIENT = new ParserPool(TestParserConfig.of(1, 1, SHORT));
    private static final String GOOD = "青原县政府工作报告";

    @AfterAll
    static void close() {
        PATIENT.close();
        IMPATIENT.close();
    }

    static List<HostileDocument> hostile() {
        return HostileSet.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void getsItsAnswerAndTheNextDocumentIsRead(HostileDocument document) {
        boolean endless = document.expected().equals(Problem.LIMIT_EXCEEDED.code())
                && (document.detail().isEmpty() || document.detail().startsWith("time"));
        DocumentReader reader = reader(endless ? IMPATIENT : PATIENT);
        String[] answer = answer(reader, document.bytes().get());
        assertThat(answer[0]).as(answer[1]).isEqualTo(document.expected());
        assertThat(answer[1]).contains(document.detail());
        assertThat(reader.read(DocBuilder.of(GOOD)).text()).isEqualTo(GOOD);
    }

    @Test
    void doNotKeepOthersWaiting() throws Exception {
        byte[] endless = HostileSet.all().stream()
                .filter(document -> document.detail().startsWith("time"))
                .findFirst()
                .orElseThrow()
                .bytes()
                .get();
        ParserPool pool = new ParserPool(TestParserConfig.of(1, 2, LONG));
        DocumentReader reader = reader(pool);
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try {
            List<Future<String[]>> hanging = List.of(
                    senders.submit(() -> answer(reader, endless)), senders.submit(() -> answer(reader, endless)));
            for (int i = 0; i < 20; i++) {
                assertThat(reader.read(DocBuilder.of(GOOD)).text()).isEqualTo(GOOD);
            }
            assertThat(hanging).noneMatch(Future::isDone);
        } finally {
            pool.close();
            senders.shutdownNow();
            assertThat(senders.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** The documentation says what was tried and what each got: exactly this. */
    @Test
    void areToldOfInTheDocumentation() throws IOException {
        List<String> lines =
                Files.readAllLines(Path.of(System.getProperty("zhibiao.root", ".."), "docs", "documents.md"));
        List<String> rows =
                HostileSet.all().stream().map(HostileDocumentsTest::row).toList();
        assertThat(lines).containsSubsequence(rows);
        assertThat(lines).anyMatch(line -> line.contains(rows.size() + " hostile documents"));
    }

    private static String row(HostileDocument document) {
        String detail = document.detail().isEmpty() ? "time or memory, whichever ends first" : document.detail();
        String told = document.expected().equals("read") ? "its text and nothing else" : detail;
        return String.format(Locale.ROOT, "| %s | `%s` | %s |", document.name(), document.expected(), told);
    }

    private static DocumentReader reader(ParserPool pool) {
        return new DocumentReader(Limits.DOCUMENT_BYTES, Limits.TEXT_BYTES, pool);
    }

    private static String[] answer(DocumentReader reader, byte[] document) {
        try {
            return new String[] {"read", reader.read(document).text()};
        } catch (RefusedException e) {
            return new String[] {e.problem().code(), e.detail()};
        }
    }
}
