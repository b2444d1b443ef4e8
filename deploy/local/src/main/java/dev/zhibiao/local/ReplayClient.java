package dev.zhibiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What a replay asks of the store. */
final class ReplayClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Retrying http = new Retrying();
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

    /** All items of a list; each page is asked for when those before it have been taken. */
    Iterator<JsonNode> each(String path) {
        return new Iterator<>() {
            private Iterator<JsonNode> page = Collections.emptyIterator();
            private @Nullable String next = path;

            @Override
            public boolean hasNext() {
                while (!page.hasNext() && next != null) {
                    JsonNode answer = get(next);
                    page = answer.path("items").elements();
                    String cursor = answer.path("next").asText(null);
                    next = cursor == null
                            ? null
                            : path + (path.contains("?") ? "&" : "?") + "cursor="
                                    + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
                }
                return page.hasNext();
            }

            @Override
            public JsonNode next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.next();
            }
        };
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
            return http.send(() -> request).answer();
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
