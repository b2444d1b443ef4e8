package dev.zhibiao.local;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Sends, and comes again where the other side is busy, is being restarted or does not answer for a moment. */
final class Retrying {

    private static final int TRIES = 12;
    private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Backoff backoff =
            new Backoff(Clock.systemUTC(), () -> ThreadLocalRandom.current().nextDouble());
    private volatile boolean reached;

    /** Makes a request, anew for each try. */
    interface Request {
        HttpRequest make() throws FileNotFoundException;
    }

    /**
     * The last answer.
     *
     * @param attempts how often it was sent
     */
    record Sent(HttpResponse<byte[]> answer, int attempts) {}

    /**
     * Sends until the answer is one that stays.
     *
     * @throws FileNotFoundException where there is nothing to send
     * @throws IOException where nobody answers
     */
    Sent send(Request request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            HttpHeaders headers = NONE;
            try {
                HttpResponse<byte[]> answer = http.send(request.make(), HttpResponse.BodyHandlers.ofByteArray());
                reached = true;
                if (!Answer.isBusy(answer) || attempt >= TRIES) {
                    return new Sent(answer, attempt);
                }
                headers = answer.headers();
            } catch (FileNotFoundException e) {
                throw e;
            } catch (IOException e) {
                // Who cannot be connected to is not there; who hangs up may have refused what is sent before it was
                // read, and the line may have been cut before the answer was read.
                boolean nobody = !reached && e instanceof ConnectException;
                if (nobody || attempt >= TRIES) {
                    throw e;
                }
            }
            Thread.sleep(backoff.after(attempt, headers).toMillis());
        }
    }
}
