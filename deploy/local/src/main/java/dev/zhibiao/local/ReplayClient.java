package dev.zhibiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What a replay asks of the store; comes again where that is busy. */
final class ReplayClient {

    private static final int TRIES = 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Backoff backoff =
            new Backoff(Clock.systemUTC(), () -> ThreadLocalRandom.current().nextDouble());
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

    /**
     * The answer to a path.
     *
     * @throws CannotRunException where it is anything but what was asked for
     */
    JsonNode get(String path) {
        HttpResponse<byte[]> answer = send(request(path).GET().build());
        Refusal refusal = refusal(answer);
        if (refusal != null) {
            throw new CannotRunException("store.refused", store, refusal.reason());
        }
        return Answer.json(answer);
    }

    /**
     * Posts; why not, where the store refused.
     *
     * @throws CannotRunException where nothing else that is posted would fare better
     */
    @Nullable
    Refusal post(String path) {
        return refusal(
                send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(store.resolve(path.substring(1))).timeout(TIMEOUT);
        return key == null ? request : request.header("X-API-Key", key);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            for (int attempt = 1; ; attempt++) {
                HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (!Answer.isBusy(answer) || attempt >= TRIES) {
                    return answer;
                }
                Pause.of(backoff.after(attempt, answer.headers()));
            }
        } catch (IOException e) {
            throw new CannotRunException(e, "ingest.unreachable", store, Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRunException(e, "ingest.unreachable", store, Reason.of(e));
        }
    }

    private @Nullable Refusal refusal(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return null;
        }
        JsonNode problem = Answer.json(answer);
        Refusal refusal = new Refusal(
                status,
                problem.path("code").asText("http-" + status),
                problem.path("detail").asText(""));
        if (refusal.notAllowed()) {
            throw new CannotRunException("store.not-allowed", store, refusal.code());
        }
        return refusal;
    }
}
