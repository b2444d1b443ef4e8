package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields.
class ReplayCommandTest {

    private static final String REPORTS = """
            {"items": [
              {"reportId": "a", "state": "stored", "receivedAt": "2024-01-01T00:00:00Z"},
              {"reportId": "b", "state": "failed", "receivedAt": null},
              {"reportId": "c", "state": "stored", "receivedAt": "2024-01-01T00:00:00Z"}
            ]}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path data;

    private StubStore store;

    @BeforeEach
    void start() throws IOException {
        store = new StubStore();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void leavesOutReportsWithoutText() {
        store.on("GET /reports", 200, REPORTS)
                .on("POST /reports/a/replay", 202, "{}")
                .on("POST /reports/c/replay", 202, "{}");
        outcome(2, 0);
        assertThat(replay("--all")).isZero();
        assertThat(posted()).containsExactly("/reports/a/replay", "/reports/c/replay");
        assertThat(out.toString()).contains("1 reports have no text").contains("2 reports read: 2 changed");
        assertThat(err.toString()).isEmpty();
        assertThat(data.resolve("replay")).isEmptyDirectory();
    }

    @Test
    void asksForAReleaseAsItWasWritten() {
        store.on("GET /reports", 200, "{\"items\": []}");
        outcome(0, 0);
        assertThat(replay("--since", "7 beta", "--dry-run")).isZero();
        assertThat(store.requests()).contains("GET /reports?limit=1000&since=7+beta");
        assertThat(out.toString()).contains("0 reports read: 0 would change");
    }

    @Test
    void saysWhatTheStoreRefusedAndGoesOn() {
        store.on("GET /reports", 200, REPORTS)
                .on("POST /reports/a/replay", 404, "{\"status\":404,\"code\":\"not-found\",\"detail\":\"no text\"}")
                .on("POST /reports/c/replay", 202, "{}");
        outcome(1, 0);
        assertThat(replay("--all")).isEqualTo(1);
        assertThat(out.toString()).contains("a not-found: no text").contains("1 reports read");

        assertThat(data.resolve("replay")).isEmptyDirectory();
    }

    @Test
    void asksAgainForWhatTheStoreCouldNotTake() {
        store.on("GET /reports", 200, REPORTS)
                .on("POST /reports/a/replay", 500, "{\"status\":500,\"code\":\"internal\"}")
                .on("POST /reports/a/replay", 202, "{}")
                .on("POST /reports/c/replay", 202, "{}");
        outcome(1, 0);
        outcome(2, 0);
        assertThat(replay("--all")).isEqualTo(1);
        assertThat(posted()).containsExactly("/reports/a/replay", "/reports/c/replay");
        assertThat(replay("--all")).isZero();
        assertThat(posted()).containsExactly("/reports/a/replay", "/reports/c/replay", "/reports/a/replay");
    }

    @Test
    void countsWhatAStageGaveUp() {
        store.on("POST /reports/x/replay", 202, "{}").on("GET /failures", 200, "{\"items\": []}");
        outcome(0, 1);
        assertThat(replay("--report", "x")).isEqualTo(1);
    }

    @Test
    void putsTheRecordsOfFailuresBack() {
        store.on("GET /failures", 200, """
                        {"items": [
                          {"failureId": "f1", "reportId": "a", "code": "internal"},
                          {"failureId": "f2", "reportId": "b", "code": "internal"}
                        ]}""")
                .on("POST /failures/f1/replay", 202, "{}")
                .on("POST /failures/f2/replay", 404, "{\"status\":404,\"code\":\"not-found\"}");
        assertThat(replay("--failed")).isEqualTo(1);
        assertThat(out.toString()).contains("1 records put back, 1 refused");
    }

    @Test
    void knowsAllOpenFailuresBeforeItPutsTheFirstBack() {
        String page = "{\"items\": [{\"failureId\": \"%s\", \"reportId\": \"a\", \"code\": \"x\"}], \"next\": %s}";
        store.on("GET /failures?state=open", 200, page.formatted("f1", "\"c\""))
                .on("GET /failures?state=open&cursor=c", 200, page.formatted("f2", "null"))
                .on("POST /failures/f1/replay", 202, "{}")
                .on("POST /failures/f2/replay", 202, "{}");
        assertThat(replay("--failed")).isZero();
        assertThat(store.requests())
                .containsExactly(
                        "GET /failures?state=open",
                        "GET /failures?state=open&cursor=c",
                        "POST /failures/f1/replay",
                        "POST /failures/f2/replay");
    }

    @Test
    void putsTheRecordBackOfANamedReportThatFailed() {
        store.on("GET /failures", 200, "{\"items\": [{\"failureId\": \"f1\", \"reportId\": \"a\", \"code\": \"x\"}]}")
                .on("POST /failures/f1/replay", 202, "{}");
        assertThat(replay("--report", "a")).isZero();
        assertThat(posted()).containsExactly("/failures/f1/replay");
    }

    /** Killed after its second report, of which the answer was noted. */
    @Test
    void goesOnWhereItWasInterrupted() throws IOException {
        String key = store.address() + " all    ";
        String run;
        try (ReplayJournal journal = ReplayJournal.open(data.resolve("replay"), key, false)) {
            journal.note("a", null);
            run = journal.run();
        }
        store.on("GET /reports", 200, REPORTS).on("POST /reports/c/replay", 202, "{}");
        outcome(2, 0);
        assertThat(replay("--all")).isZero();
        assertThat(posted()).containsExactly("/reports/c/replay");
        assertThat(out.toString()).contains("going on after 1 reports");
        assertThat(store.requests()).contains("GET /replays/" + run);
    }

    @Test
    void saysInOneLineWhatStandsInTheWay() {
        assertThat(replay("--all", "--rate", "0")).isEqualTo(2);
        assertThat(replay("--failed", "--dry-run")).isEqualTo(2);
        store.on("GET /reports", 401, "{\"status\":401,\"code\":\"unauthorized\"}");
        assertThat(replay("--all")).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("zhibiao: "))
                .last()
                .asString()
                .contains("unauthorized", "operate");
        assertThat(data.resolve("replay")).isEmptyDirectory();
    }

    private void outcome(int changed, int failed) {
        store.on("GET /replays", 200, """
                        {"reports": %d, "outcomes": {"changed": %d, "unchanged": 0, "older": 0, "failed": %d}}""".formatted(changed + failed, changed, failed));
    }

    private List<String> posted() {
        return store.requests().stream()
                .filter(request -> request.startsWith("POST "))
                .map(request -> request.substring(5).replaceFirst("\\?.*", ""))
                .toList();
    }

    private int replay(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of("replay", "--to", store.address(), "--data", data.toString()),
                        Arrays.stream(arguments))
                .toArray(String[]::new);
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all);
    }
}
