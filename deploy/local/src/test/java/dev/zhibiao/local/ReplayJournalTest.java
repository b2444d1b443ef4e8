package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields.
class ReplayJournalTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("data").resolve("replay.properties");
    }

    @Test
    void goesOnAfterTheLastReportThatWasAnswered() {
        ReplayJournal first = ReplayJournal.open(file, "all", false);
        first.note("a", true);
        first.note("b", false);
        ReplayJournal second = ReplayJournal.open(file, "all", false);
        assertThat(second.run()).isEqualTo(first.run());
        assertThat(second.taken()).isEqualTo(1);
        assertThat(second.done("b")).isTrue();
        assertThat(second.done("c")).isFalse();
    }

    @Test
    void beginsAnewForAnotherReplayAndWhereItIsToldTo() {
        ReplayJournal first = ReplayJournal.open(file, "all", false);
        first.note("a", true);
        for (ReplayJournal other :
                new ReplayJournal[] {ReplayJournal.open(file, "all dry", false), ReplayJournal.open(file, "all", true)
                }) {
            assertThat(other.run()).isNotEqualTo(first.run());
            assertThat(other.taken()).isZero();
            assertThat(other.done("a")).isFalse();
        }
    }

    @Test
    void leavesNothingBehindWhenAllIsDone() {
        ReplayJournal journal = ReplayJournal.open(file, "all", false);
        journal.note("a", true);
        journal.close();
        assertThat(file.getParent()).isEmptyDirectory();
    }

    @Test
    void saysThatItCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("data"), "a file");
        ReplayJournal journal = ReplayJournal.open(file, "all", false);
        assertThatThrownBy(() -> journal.note("a", true))
                .isInstanceOf(CannotRunException.class)
                .hasMessageContaining(file.toString());
    }
}
