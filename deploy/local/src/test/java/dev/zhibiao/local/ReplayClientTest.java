package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields.
class ReplayClientTest {

    private StubStore store;
    private ReplayClient client;

    @BeforeEach
    void start() throws IOException {
        store = new StubStore();
        client = new ReplayClient(URI.create(store.address() + "/"), null);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void listsPageAfterPage() {
        store.on("GET /reports?limit=2", 200, "{\"items\":[1,2],\"next\":\"a b\"}")
                .on("GET /reports?limit=2&cursor=a+b", 200, "{\"items\":[3],\"next\":null}");
        Iterator<JsonNode> items = client.each("/reports?limit=2");
        assertThat(items.next().asInt()).isEqualTo(1);
        assertThat(store.requests()).hasSize(1);
        assertThat(items).toIterable().extracting(JsonNode::asInt).containsExactly(2, 3);
    }

    @Test
    void saysWhyAPostWasRefused() {
        store.on("POST /a", 202, "{\"status\":\"taken\"}")
                .on("POST /b", 404, "{\"status\":404,\"code\":\"not-found\",\"detail\":\"report b\"}")
                .on("POST /c", 500, "<html>")
                .on("POST /d", 200, "");
        assertThat(client.post("/a")).isNull();
        assertThat(client.post("/b")).isEqualTo(new Refusal(404, "not-found", "report b"));
        assertThat(client.post("/c")).isEqualTo(new Refusal(500, "http-500", ""));
        assertThat(client.post("/d")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"500, <html>, http-500", "404, '', http-404", "400, '{\"code\":\"bad-parameter\"}', bad-parameter"})
    void complainsOfAListThatIsRefused(int status, String body, String reason) {
        store.on("GET /reports", status, body);
        assertThatThrownBy(() -> client.each("/reports").hasNext())
                .isInstanceOf(CannotRunException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(store.address());
    }

    @Test
    void stopsWhereTheKeyHasNotTheRole() {
        store.on("POST /a", 403, "{\"status\":403,\"code\":\"forbidden\"}");
        assertThatThrownBy(() -> client.post("/a"))
                .isInstanceOf(CannotRunException.class)
                .hasMessageContaining("forbidden");
    }

    @Test
    void comesAgainWhereTheStoreIsBusy() {
        store.on("POST /a", 503, "{\"status\":503,\"code\":\"overloaded\"}")
                .on("POST /a", 502, "<html>")
                .on("POST /a", 202, "{}");
        assertThat(client.post("/a")).isNull();
        assertThat(store.requests()).hasSize(3);
    }
}
