package dev.zhibiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the store what became of a report. */
final class StoreClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI store;
    private final @Nullable String key;

    /** Asks without a key. */
    StoreClient(URI store) {
        this(store, null);
    }

    /**
     * Asks this address.
     *
     * @param key API key, where one is needed
     */
    StoreClient(URI store, @Nullable String key) {
        this.store = store;
        this.key = key;
    }

    /** The report; empty while the store does not know it or does not answer. */
    Optional<JsonNode> report(String reportId) {
        return get("/reports/" + reportId);
    }

    /** The answer to a path; empty where there is none. */
    Optional<JsonNode> get(String path) {
        try {
            HttpResponse<byte[]> answer = http.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpRequest request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(store.resolve(path)).timeout(Duration.ofSeconds(30));
        return (key == null ? request : request.header("X-API-Key", key)).build();
    }
}
