package dev.zhibiao.ingest.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserPoolTest {

    private static final Duration ENOUGH = Duration.ofSeconds(60);
    private static final int ROOM = 10_000;

    private final List<ParserPool> pools = new ArrayList<>();
    private final ExecutorService senders = Executors.newCachedThreadPool();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        pools.forEach(ParserPool::close);
        senders.shutdownNow();
    }

    @Test
    void answersWhatTheParserSays() {
        ParserPool pool = pool(1, 0, ENOUGH);
        assertThat(ask(pool, "say 全县有22所学校")).isEqualTo("全县有22所学校");
        assertRefused(pool, "refuse ENCRYPTED", Problem.ENCRYPTED, "so it was told");
    }

    @Test
    void keepsAProcessThatBehaves() {
        ParserPool pool = pool(2, 0, ENOUGH);
        String first = ask(pool, "who");
        assertRefused(pool, "refuse NO_TEXT", Problem.NO_TEXT, "so it was told");
        assertThat(ask(pool, "who")).isEqualTo(first);
    }

    @Test
    void replacesAProcessAfterItsShareOfDocumentsAndAfterALimit() {
        ParserPool pool = pool(new TestParserConfig(1, 0, ENOUGH, ENOUGH, 64, ENOUGH, 2, Optional.empty()));
        String first = ask(pool, "who");
        assertThat(ask(pool, "who")).isEqualTo(first);
        String second = ask(pool, "who");
        assertThat(second).isNotEqualTo(first);
        assertRefused(pool, "refuse LIMIT_EXCEEDED", Problem.LIMIT_EXCEEDED, "so it was told");
        assertThat(ask(pool, "who")).isNotEqualTo(second);
    }

    @Test
    void endsAnEndlessLoopAtTheTimeLimitAndGoesOn() {
        ParserPool pool = pool(1, 0, Duration.ofSeconds(1));
        assertRefused(pool, "loop", Problem.LIMIT_EXCEEDED, "time: parsing took more than 1 s");
        assertThat(ask(pool, "say 好")).isEqualTo("好");
    }

    @Test
    void namesTheMemoryThatADocumentWantedTooMuchOf() {
        ParserPool pool = pool(new TestParserConfig(1, 0, ENOUGH, ENOUGH, 64, ENOUGH, 10, Optional.empty()));
        assertRefused(pool, "eat", Problem.LIMIT_EXCEEDED, "memory: parsing needs more than 64 MiB");
        assertThat(ask(pool, "say 好")).isEqualTo("好");
    }

    @Test
    void callsADocumentThatCrashesTwoProcessesUnreadable() {
        ParserPool pool = pool(1, 0, ENOUGH);
        assertRefused(pool, "exit 134", Problem.UNREADABLE, "the parser broke down on it, exit code 134");
        assertThat(ask(pool, "say 好")).isEqualTo("好");
    }

    @Test
    void triesADocumentAgainWhoseProcessEndedForAnotherReason() throws IOException {
        Path once = Files.createFile(folder.resolve("once"));
        assertThat(ask(pool(1, 0, ENOUGH), "exit-once " + once)).isEqualTo("well");
        assertThat(once).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"babble", "flood"})
    void believesNoMoreThanAnAnswer(String order) {
        ParserPool pool = pool(1, 0, ENOUGH);
        assertThatThrownBy(() -> ask(pool, order))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.UNREADABLE));
        assertThat(ask(pool, "say 好")).isEqualTo("好");
    }

    @Test
    void tellsTheParserNothingOfTheServicesEnvironment() {
        assertThat(System.getenv("PATH")).isNotEmpty();
        assertThat(ask(pool(1, 0, ENOUGH), "environment")).isEqualTo("{}");
    }

    @Test
    void removesWhatAProcessLeavesBehind() {
        ParserPool pool = pool(1, 0, ENOUGH);
        Path left = Path.of(ask(pool, "folder"));
        assertThat(left.resolve("left-behind")).exists();
        assertRefused(pool, "exit 1", Problem.UNREADABLE, "the parser broke down on it, exit code 1");
        assertThat(left).doesNotExist();
    }

    @Test
    void letsOthersPassADocumentThatTakesLong() throws Exception {
        ParserPool pool = pool(1, 1, ENOUGH);
        Future<String> slow = senders.submit(() -> ask(pool, "loop"));
        for (int i = 0; i < 5; i++) {
            assertThat(senders.submit(() -> ask(pool, "say 好")).get(ENOUGH.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo("好");
        }
        assertThat(slow).isNotDone();
    }

    @Test
    void saysThatItIsOverloadedWhereNoProcessGetsFree() {
        ParserPool pool = pool(new TestParserConfig(
                1, 1, Duration.ofMillis(1), ENOUGH, 64, Duration.ofSeconds(2), 10, Optional.empty()));
        senders.submit(() -> ask(pool, "loop"));
        senders.submit(() -> ask(pool, "loop"));
        await().atMost(ENOUGH)
                .untilAsserted(() -> assertRefused(pool, "say 好", Problem.OVERLOADED, "no parser was free within 2 s"));
    }

    @Test
    void isNotReadyWhereNoParserStarts() {
        ParserPool pool = new ParserPool(
                TestParserConfig.of(1, 0, ENOUGH), new ParserCommand(64, folder.toString(), "dev.zhibiao.Nothing"));
        pools.add(pool);
        assertRefused(pool, "say 好", Problem.OVERLOADED, "no parser could be started");
        assertThat(new ParserCheck(pool).call().getStatus()).hasToString("DOWN");
    }

    /** Nothing is sent to a service that is not ready: it must get ready by itself. */
    @Test
    void getsReadyWithoutADocumentWhereTheFirstStartFailed() throws IOException {
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + folder;
        ParserPool pool = new ParserPool(
                TestParserConfig.of(2, 0, ENOUGH), new ParserCommand(64, classPath, LateParser.class.getName()));
        pools.add(pool);
        await().atMost(ENOUGH).until(() -> Files.exists(folder.resolve(LateParser.TOO_EARLY)));
        assertThat(new ParserCheck(pool).call().getStatus()).hasToString("DOWN");
        Files.createFile(folder.resolve(LateParser.NOW));
        await().atMost(ENOUGH).until(() -> pool.idle() == 2);
        assertThat(new ParserCheck(pool).call().getStatus()).hasToString("UP");
    }

    private ParserPool pool(int processes, int slow, Duration timeLimit) {
        return pool(new TestParserConfig(
                processes, slow, Duration.ofMillis(100), timeLimit, 64, ENOUGH, 100, Optional.empty()));
    }

    private ParserPool pool(TestParserConfig config) {
        ParserPool pool = new ParserPool(
                config,
                new ParserCommand(
                        config.heapMebibytes(),
                        System.getProperty("java.class.path"),
                        MisbehavingParser.class.getName()));
        pools.add(pool);
        await().atMost(ENOUGH).until(() -> pool.idle() == config.processes());
        return pool;
    }

    private static String ask(ParserPool pool, String order) {
        return pool.parse(order.getBytes(StandardCharsets.UTF_8), ROOM).text();
    }

    private static void assertRefused(ParserPool pool, String order, Problem problem, String detail) {
        assertThatThrownBy(() -> ask(pool, order)).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(problem);
            assertThat(refused.detail()).isEqualTo(detail);
        });
    }
}
