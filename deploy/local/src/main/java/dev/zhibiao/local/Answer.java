package dev.zhibiao.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;

/** What a service, or a proxy before it, answers. */
final class Answer {

    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answer() {}

    /** Whether it is worth asking again. */
    static boolean isBusy(HttpResponse<?> answer) {
        return BUSY.contains(answer.statusCode());
    }

    /** Its body; missing where it is no JSON. */
    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            // Not ours: a proxy's page.
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory", e);
        }
    }
}
