package dev.zhibiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a replay asks of the store; comes again where that is busy. */
final class ReplayClient {

    private static final int TRIES = 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI store;
    private final @Nullable String key;

    /**
     * Asks this store.
     *
     * @param key API key with the role operate, where one is needed
     */
    ReplayClient(URI store, @Nullable String key) {
        this.key = key;
        this.store = URI.create(store.toString().replaceAll("/+$", "") + "/");
    }

    /** All items of a list, page by page. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = null;
        do {
            String page = cursor == null
                    ? path
                    : path + (path.contains("?") ? "&" : "?") + "cursor="
                            + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
            JsonNode answer = get(page);
            answer.path("items").forEach(items::add);
            cursor = answer.path("next").asText(null);
        } while (cursor != null);
        return items;
    }

    /** The answer to a path; complains where it is a problem. */
    JsonNode get(String path) {
        JsonNode answer = send(request(path).GET().build());
        if (answer.has("code") && answer.has("status")) {
            throw new CannotRunException(
                    "store.refused", store, answer.path("detail").asText());
        }
        return answer;
    }

    /** Posts; the problem's code where the store refused. */
    @Nullable
    String post(String path) {
        JsonNode answer =
                send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
        return answer.has("status") ? answer.path("code").asText("") : null;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(store.resolve(path.substring(1))).timeout(TIMEOUT);
        return key == null ? request : request.header("X-API-Key", key);
    }

    private JsonNode send(HttpRequest request) {
        try {
            for (int attempt = 1; ; attempt++) {
                HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 503 || attempt >= TRIES) {
                    return JSON.readTree(answer.body());
                }
                Pause.of(Duration.ofSeconds(
                        answer.headers().firstValueAsLong("Retry-After").orElse(1)));
            }
        } catch (IOException e) {
            throw new CannotRunException(e, "ingest.unreachable", store, Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRunException(e, "ingest.unreachable", store, Reason.of(e));
        }
    }
}
