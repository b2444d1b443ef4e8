package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void submitsEveryFileOfAFolderAndSaysWhatCameOfIt() throws IOException {
        write("b/2.txt", "taken");
        write("b/.hidden", "not to be sent");
        write("a.txt", "422");
        write("c/d/4.txt", "413");
        write("c/5.txt", "413 ");
        Path report = folder.resolve("report.jsonl");
        try (StubIngest ingest = new StubIngest(null)) {
            assertThat(submit(ingest, "--report", report.toString())).isEqualTo(1);
            assertThat(ingest.sources()).containsExactlyInAnyOrder("2.txt", "a.txt", "4.txt", "5.txt");
        }
        assertThat(out.toString())
                .contains("1 received, 0 duplicates, 3 refused")
                .contains("  code-413: 2")
                .contains("  code-422: 1");
        List<JsonNode> lines = lines(report);
        assertThat(lines)
                .extracting(line -> Path.of(line.path("file").asText()).getFileName() + " "
                        + line.path("status").asText() + " " + line.path("code").asText() + " "
                        + line.path("httpStatus").asInt())
                .containsExactlyInAnyOrder(
                        "2.txt received  202",
                        "a.txt refused code-422 422",
                        "4.txt refused code-413 413",
                        "5.txt refused code-413 413");
        assertThat(lines).filteredOn(line -> line.has("reportId")).hasSize(1);
    }

    @Test
    void comesAgainWhereIngestIsBusy() throws IOException {
        write("busy.txt", "503 429 502 503 taken");
        try (StubIngest ingest = new StubIngest(null)) {
            assertThat(submit(ingest)).isZero();
            assertThat(ingest.sources()).hasSize(5);
        }
        assertThat(out.toString()).contains("1 received, 0 duplicates, 0 refused");
    }

    /** As ingest refuses what is too large: it answers to the headers and hangs up on the body. */
    @Test
    void hearsARefusalThatComesBeforeTheFileIsSent() throws IOException {
        Files.write(write("large.bin", ""), new byte[8 << 20]);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> refuseAll(server), "refuse");
            answering.setDaemon(true);
            answering.start();
            assertThat(submit("http://127.0.0.1:" + server.getLocalPort())).isEqualTo(1);
        }
        assertThat(out.toString()).contains("  too-large: 1");
    }

    private static void refuseAll(ServerSocket server) {
        String body = "{\"code\":\"too-large\"}";
        String answer = "HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n";
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().readNBytes(16);
                socket.getOutputStream().write((answer + body).getBytes(StandardCharsets.US_ASCII));
                // Not a word more is read, but the answer is on its way before the line is cut.
                socket.shutdownOutput();
            } catch (IOException e) {
                // The client has gone, or the test is over.
            }
        }
    }

    @Test
    void hasNoMoreFilesUnderWayThanAllowed() throws IOException {
        for (int i = 0; i < 300; i++) {
            write("many/" + i + ".txt", "taken" + i);
        }
        try (StubIngest ingest = new StubIngest(null)) {
            assertThat(submit(ingest, "--parallel", "3")).isZero();
            assertThat(ingest.sources()).hasSize(300).doesNotHaveDuplicates();
            assertThat(ingest.mostUnderWay()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void goesOnWhereItWasStopped() throws IOException {
        for (int i = 0; i < 20; i++) {
            write(i + ".txt", "taken" + i);
        }
        write("wrong.txt", "422");
        Path report = folder.resolve("report.jsonl");
        try (StubIngest ingest = new StubIngest(null)) {
            List<String> first = stopAfter(ingest, 7);
            assertThat(submit(ingest, "--report", report.toString())).isEqualTo(1);

            assertThat(out.toString()).contains("Going on: 7 files").contains("20 received, 0 duplicates, 1 refused");
            assertThat(ingest.sources()).hasSize(21).doesNotHaveDuplicates().containsAll(first);
            assertThat(lines(report))
                    .extracting(line -> line.path("file").asText())
                    .hasSize(21)
                    .doesNotHaveDuplicates();
            assertThat(data().resolve("submit")).isEmptyDirectory();

            // Over and done: the next one begins anew.
            assertThat(submit(ingest)).isEqualTo(1);
            assertThat(out.toString()).contains("0 received, 20 duplicates, 1 refused");
        }
    }

    @Test
    void sendsAgainWhatHasChangedSinceItWasAnswered() throws IOException {
        Path file = write("changing.txt", "taken");
        write("gone.txt", "taken");
        try (StubIngest ingest = new StubIngest(null)) {
            stopAfter(ingest, 2);
            Files.writeString(file, "taken in a longer version");
            assertThat(submit(ingest)).isZero();
            assertThat(ingest.sources()).containsExactlyInAnyOrder("changing.txt", "gone.txt", "changing.txt");
        }
    }

    @Test
    void triesAgainWhatWasNotSettled() throws IOException {
        write("broken.txt", "500 taken");
        write("good.txt", "taken");
        try (StubIngest ingest = new StubIngest(null)) {
            assertThat(submit(ingest)).isEqualTo(1);
            assertThat(out.toString()).contains("1 files may be taken later");
            assertThat(submit(ingest)).isZero();
            assertThat(ingest.sources()).containsExactlyInAnyOrder("broken.txt", "good.txt", "broken.txt");
        }
    }

    @Test
    void survivesAJournalThatAKillHasTorn() throws IOException {
        write("1.txt", "taken1");
        write("2.txt", "taken2");
        try (StubIngest ingest = new StubIngest(null)) {
            stopAfter(ingest, 1);
            Path journal;
            try (Stream<Path> found = Files.list(data().resolve("submit"))) {
                journal = found.findFirst().orElseThrow();
            }
            Files.writeString(journal, Files.readString(journal) + "{\"path\":\"" + folder);
            assertThat(submit(ingest)).isZero();
            assertThat(ingest.sources()).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void tellsWhoMayNotSubmitWhatIsMissing() throws IOException {
        write("a.txt", "taken");
        try (StubIngest ingest = new StubIngest("right")) {
            assertThat(submit(ingest, "--key", "wrong")).isEqualTo(2);
            assertThat(err.toString())
                    .contains("unauthorized")
                    .contains("ZHIBIAO_API_KEY")
                    .doesNotContain("wrong")
                    .hasLineCount(1);
            assertThat(submit(ingest, "--key", "right")).isZero();
        }
    }

    @Test
    void letsASubmissionRunOnceAtATime() throws IOException {
        write("a.txt", "taken");
        try (StubIngest ingest = new StubIngest(null);
                SubmitJournal running = SubmitJournal.open(data().resolve("submit"), submission(ingest))) {
            assertThat(running.answered()).isEmpty();
            assertThat(submit(ingest)).isEqualTo(2);
            assertThat(err.toString()).contains("already running").hasLineCount(1);
        }
    }

    /** As a kill would: the journal stays. */
    private List<String> stopAfter(StubIngest ingest, int answers) throws IOException {
        List<String> answered = new ArrayList<>();
        try (SubmitJournal journal = SubmitJournal.open(data().resolve("submit"), submission(ingest))) {
            FileWalk walk = new FileWalk(List.of(files()));
            List<Path> first = Stream.generate(walk::next).limit(answers).toList();
            new Submitter(java.net.URI.create(ingest.address())).submit(first, outcome -> {
                journal.add(outcome);
                answered.add(outcome.name());
            });
        }
        return answered;
    }

    private String submission(StubIngest ingest) {
        return ingest.address() + "\n" + files().toAbsolutePath().normalize();
    }

    private int submit(StubIngest ingest, String... more) {
        return submit(ingest.address(), more);
    }

    private int submit(String address, String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("submit", files().toString(), "--to", address));
        arguments.addAll(List.of("--data", data().toString()));
        arguments.addAll(Arrays.asList(more));
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private Path files() {
        return folder.resolve("files");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path write(String name, String text) throws IOException {
        Path file = files().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<JsonNode> lines(Path report) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(report)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
