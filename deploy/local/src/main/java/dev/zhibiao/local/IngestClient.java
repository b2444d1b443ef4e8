package dev.zhibiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends one file to ingest. */
final class IngestClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Retrying http = new Retrying();
    private final URI ingest;
    private final @Nullable String key;

    /**
     * Sends to this address.
     *
     * @param ingest without {@code /reports}
     * @param key API key, where one is needed
     */
    IngestClient(URI ingest, @Nullable String key) {
        this.ingest = ingest;
        this.key = key;
    }

    /**
     * Sends the file and waits for the answer.
     *
     * @throws CannotRunException where nobody answers, or the caller may not submit: no other file would fare better
     */
    Outcome submit(Path file) throws InterruptedException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return Outcome.unreadable(file, "no readable file");
        }
        try {
            Retrying.Sent sent = http.send(() -> request(file));
            return outcome(file, sent.answer(), sent.attempts());
        } catch (FileNotFoundException e) {
            return Outcome.unreadable(file, Reason.of(e));
        } catch (IOException e) {
            throw new CannotRunException(e, "ingest.unreachable", ingest, Reason.of(e));
        }
    }

    private HttpRequest request(Path file) throws FileNotFoundException {
        String source = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
        URI address = URI.create(ingest.toString().replaceAll("/+$", "") + "/reports?source=" + source);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(file));
        return (key == null ? request : request.header("X-API-Key", key)).build();
    }

    private Outcome outcome(Path file, HttpResponse<byte[]> answer, int attempts) {
        JsonNode body = Answer.json(answer);
        int status = answer.statusCode();
        if (status == 202) {
            boolean duplicate = body.path("status").asText().equals("duplicate");
            return new Outcome(file, body.path("reportId").asText(), duplicate, null, null, status, attempts);
        }
        String code = body.path("code").asText("http-" + status);
        if (status == 401 || status == 403) {
            throw new CannotRunException("ingest.not-allowed", ingest, code);
        }
        return new Outcome(file, null, false, code, body.path("detail").asText(null), status, attempts);
    }
}
