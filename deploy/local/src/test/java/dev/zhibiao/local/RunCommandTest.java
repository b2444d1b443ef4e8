package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

    @ParameterizedTest
    @CsvSource({"100000, false", "100001, true"})
    void saysWhereTheEmbeddedDatabaseHoldsMoreThanItIsMadeFor(long observations, boolean warns) throws Exception {
        StringWriter said = new StringWriter();
        try (StubStore store = new StubStore()) {
            store.on("GET /overview", 200, "{\"observations\": " + observations + "}");
            RunCommand.warnWhereLarge(new StoreClient(URI.create(store.address())), new PrintWriter(said, true));
        }
        assertThat(said.toString().contains("--mongodb-uri")).isEqualTo(warns);
    }
}
