package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields.
class ReplayJournalTest {

    private static final Refusal GONE = new Refusal(404, "not-found", "");

    @TempDir
    Path folder;

    private Path journals;

    @BeforeEach
    void name() {
        journals = folder.resolve("data").resolve("replay");
    }

    @Test
    void goesOnAfterTheLastReportThatWasAnswered() throws IOException {
        String run;
        try (ReplayJournal first = ReplayJournal.open(journals, "all", false)) {
            first.note("a", null);
            run = first.run();
        }
        try (ReplayJournal second = ReplayJournal.open(journals, "all", false)) {
            assertThat(second.run()).isEqualTo(run);
            assertThat(second.taken()).isEqualTo(1);
            assertThat(second.done("a")).isTrue();
            assertThat(second.done("b")).isFalse();
        }
    }

    @Test
    void asksAgainForWhatWasRefused() throws IOException {
        try (ReplayJournal first = ReplayJournal.open(journals, "all", false)) {
            first.note("a", GONE);
            first.note("b", null);
        }
        try (ReplayJournal second = ReplayJournal.open(journals, "all", false)) {
            assertThat(second.done("a")).isFalse();
            second.note("a", null);
        }
        try (ReplayJournal third = ReplayJournal.open(journals, "all", false)) {
            assertThat(third.done("a")).isTrue();
            assertThat(third.done("b")).isTrue();
            assertThat(third.taken()).isEqualTo(2);
        }
    }

    @Test
    void isKeptForWhatMayBeTakenLater() throws IOException {
        try (ReplayJournal journal = ReplayJournal.open(journals, "all", false)) {
            journal.note("a", GONE);
            assertThat(journal.unsettled()).isFalse();
            journal.note("b", new Refusal(503, "overloaded", ""));
            assertThat(journal.unsettled()).isTrue();
            assertThat(journal.done("b")).isFalse();
            journal.note("b", null);
            assertThat(journal.unsettled()).isFalse();
        }
    }

    @Test
    void beginsAnewForAnotherReplayAndWhereItIsToldTo() throws IOException {
        String run;
        try (ReplayJournal first = ReplayJournal.open(journals, "all", false);
                ReplayJournal other = ReplayJournal.open(journals, "all dry", false)) {
            first.note("a", null);
            run = first.run();
            assertThat(other.run()).isNotEqualTo(run);
            assertThat(other.done("a")).isFalse();
        }
        try (ReplayJournal again = ReplayJournal.open(journals, "all", true)) {
            assertThat(again.run()).isNotEqualTo(run);
            assertThat(again.taken()).isZero();
            assertThat(again.done("a")).isFalse();
        }
    }

    @Test
    void isHadByOneAtATime() throws IOException {
        try (ReplayJournal first = ReplayJournal.open(journals, "all", false)) {
            first.note("a", null);
            assertThatThrownBy(() -> ReplayJournal.open(journals, "all", false))
                    .isInstanceOf(CannotRunException.class)
                    .hasMessageContaining("already running");
        }
    }

    @Test
    void sendsAgainWhatAKillToreFromTheJournal() throws IOException {
        try (ReplayJournal first = ReplayJournal.open(journals, "all", false)) {
            first.note("a", null);
        }
        try (Stream<Path> files = Files.list(journals)) {
            Files.writeString(files.findFirst().orElseThrow(), "taken b", StandardOpenOption.APPEND);
        }
        try (ReplayJournal second = ReplayJournal.open(journals, "all", false)) {
            assertThat(second.done("b")).isFalse();
            assertThat(second.taken()).isEqualTo(1);
        }
    }

    @Test
    void leavesNothingBehindWhenAllIsDone() throws IOException {
        try (ReplayJournal journal = ReplayJournal.open(journals, "all", false)) {
            journal.note("a", null);
            journal.finish();
        }
        assertThat(journals).isEmptyDirectory();
    }

    @Test
    void saysThatItCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("data"), "a file");
        assertThatThrownBy(() -> ReplayJournal.open(journals, "all", false))
                .isInstanceOf(CannotRunException.class)
                .hasMessageContaining(journals.toString());
    }
}
