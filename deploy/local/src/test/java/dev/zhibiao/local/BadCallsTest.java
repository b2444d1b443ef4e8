package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the way is said in one line, and the exit code is 2. */
class BadCallsTest {

    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void saysThatAPathDoesNotExist() {
        assertThat(run("run", "nowhere.txt")).isEqualTo(2);
        assertOneLine("nowhere.txt");
        assertThat(run("submit", "nowhere.txt")).isEqualTo(2);
    }

    @Test
    void saysThatAFolderIsEmpty() {
        assertThat(run("run", folder.toString())).isEqualTo(2);
        assertOneLine(folder.toString());
    }

    @Test
    void saysWhichPortIsBusy() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "青原县");
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            String port = Integer.toString(busy.getLocalPort());
            String data = folder.resolve("data").toString();
            assertThat(run("run", file.toString(), "--data", data, "--port-ingest", port))
                    .isEqualTo(2);
            assertOneLine(port);
            assertOneLine("--port-ingest");
        }
    }

    @Test
    void saysThatTheDataFolderIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("b.txt"), "青原县");
        assertThat(run("run", file.toString(), "--data", file.toString())).isEqualTo(2);
        assertOneLine(file.toString());
    }

    /** {@code localhost:8081} has the scheme {@code localhost}. */
    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:8081", "example.org", "ftp://example.org", "http://", "http://a b", "http://a?b"})
    void saysThatAnAddressIsNone(String address) throws IOException {
        Path file = Files.writeString(folder.resolve("d.txt"), "青原县");
        assertThat(run("submit", file.toString(), "--to", address)).isEqualTo(2);
        assertOneLine(address + " is no address of a service");
        assertThat(run("replay", "--all", "--to", address)).isEqualTo(2);
        assertOneLine(address + " is no address of a service");
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        Path file = Files.writeString(folder.resolve("c.txt"), "青原县");
        String nobody = "http://127.0.0.1:" + Ports.anyFree();
        assertThat(run("submit", file.toString(), "--to", nobody)).isEqualTo(2);
        assertOneLine(nobody);
    }

    @Test
    void doesNotBeginOnADiskThatIsFull() {
        assertThatThrownBy(() -> DataDirectory.open(folder.resolve("full"), Long.MAX_VALUE))
                .isInstanceOf(CannotRunException.class);
    }

    @Test
    void letsOneLauncherAtATimeIntoItsFolder() {
        Path data = folder.resolve("one");
        try (DataDirectory first = DataDirectory.open(data)) {
            assertThat(first.afterCrash()).isFalse();
            assertThatThrownBy(() -> DataDirectory.open(data))
                    .isInstanceOf(CannotRunException.class)
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        DataDirectory.open(data).close();
    }

    private int run(String... arguments) {
        err.getBuffer().setLength(0);
        return Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err, true))
                .execute(arguments);
    }

    private void assertOneLine(String part) {
        assertThat(err.toString()).startsWith("zhibiao: ").contains(part).hasLineCount(1);
    }
}
