package dev.zhibiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Submits files over HTTP, a few at a time; comes again where ingest says that it is busy. */
final class Submitter {

    private static final int AT_ONCE = 4;
    private static final int TRIES = 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI ingest;

    /**
     * Submits to this address.
     *
     * @param ingest without {@code /reports}
     */
    Submitter(URI ingest) {
        this.ingest = ingest;
    }

    /** The outcomes in the order of the files; {@code each} hears of them in that order. */
    List<Outcome> submit(List<Path> files, Consumer<Outcome> each) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "submit");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            for (Path file : files) {
                running.add(workers.submit(() -> submit(file)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                Outcome outcome = one.get();
                each.accept(outcome);
                outcomes.add(outcome);
            }
            return outcomes;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CannotRunException reason) {
                throw reason;
            }
            throw new CannotRunException(e, "ingest.unreachable", ingest, Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRunException(e, "ingest.unreachable", ingest, Reason.of(e));
        } finally {
            workers.shutdownNow();
        }
    }

    private Outcome submit(Path file) throws InterruptedException {
        String source = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
        URI address = URI.create(ingest.toString().replaceAll("/+$", "") + "/reports?source=" + source);
        try {
            for (int attempt = 1; ; attempt++) {
                HttpResponse<byte[]> answer = http.send(
                        HttpRequest.newBuilder(address)
                                .timeout(TIMEOUT)
                                .header("Content-Type", "application/octet-stream")
                                .POST(HttpRequest.BodyPublishers.ofFile(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 503 || attempt >= TRIES) {
                    return outcome(file, answer);
                }
                Pause.of(Duration.ofSeconds(
                        answer.headers().firstValueAsLong("Retry-After").orElse(1)));
            }
        } catch (FileNotFoundException e) {
            throw new CannotRunException(e, "path.unreadable", file, Reason.of(e));
        } catch (IOException e) {
            throw new CannotRunException(e, "ingest.unreachable", ingest, Reason.of(e));
        }
    }

    private static Outcome outcome(Path file, HttpResponse<byte[]> answer) throws IOException {
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() == 202) {
            return new Outcome(
                    file,
                    body.path("reportId").asText(),
                    body.path("status").asText().equals("duplicate"),
                    null);
        }
        return new Outcome(file, null, false, body.path("code").asText("http-" + answer.statusCode()));
    }
}
