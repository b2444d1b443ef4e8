package dev.zhibiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reports that come in without end, each an own one: a text of the set with other blank lines at its end. What gets no
 * 202 is sent again until it does.
 */
final class ReportStream implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final List<String> texts;
    private final Duration pause;
    /** Which text a report that got a 202 is of. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    private final Thread sender = new Thread(this::run, "reports");
    private volatile boolean stopped;
    private volatile boolean paused;
    private volatile int sent;

    ReportStream(URI ingest, List<String> texts, Duration pause) {
        this.address = ingest.resolve("/reports");
        this.texts = texts;
        this.pause = pause;
        sender.setDaemon(true);
    }

    void start() {
        sender.start();
    }

    private void run() {
        while (!stopped) {
            if (!paused) {
                send(sent);
                sent++;
            }
            Pause.of(pause);
        }
    }

    /** Sends the n-th report until it is taken; returns its id. */
    String send(int n) {
        int which = n % texts.size();
        String text = texts.get(which) + "\n".repeat(n / texts.size());
        while (true) {
            try {
                HttpResponse<byte[]> answer = http.send(
                        HttpRequest.newBuilder(address)
                                .timeout(Duration.ofSeconds(30))
                                .header("Content-Type", "text/plain; charset=utf-8")
                                .POST(HttpRequest.BodyPublishers.ofString(text))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() == 202) {
                    JsonNode body = JSON.readTree(answer.body());
                    String id = body.path("reportId").asText();
                    acknowledged.put(id, which);
                    return id;
                }
            } catch (IOException e) {
                // Killed: the sender comes again, as every sender must that got no 202.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    /** Stops sending for a while, so that what is under way can be looked at, and goes on. */
    void pause(boolean now) {
        paused = now;
    }

    /** Starts the numbering where the texts as they are, which a run without kills took, end. */
    void from(int n) {
        sent = n;
    }

    Map<String, Integer> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    @Override
    public void close() {
        stopped = true;
        try {
            sender.join(Duration.ofSeconds(120).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
