package dev.zhibiao.store.observation;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zhibiao.events.Correction;
import dev.zhibiao.events.Problem;
import dev.zhibiao.store.query.Periods;
import dev.zhibiao.store.query.RefusedException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Checks what is sent as a correction: a field that can be corrected, and a value that it can have. */
final class CorrectionRequest {

    /** What a problem names where no member is what is wrong. */
    private static final String BODY = "body";

    /** Its members are short; also of a body that does not say how long it is no more is read. */
    private static final int MOST_BYTES = 64 << 10;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Of two values of one member the first would be lost without a word.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    private static final int LONGEST = 1000;
    private static final Pattern PERIOD = Pattern.compile(Periods.STORED);

    private static final Predicate<String> TEXT = value -> !value.isBlank();
    private static final Predicate<String> DECIMAL = CorrectionRequest::isDecimal;
    private static final Map<String, Predicate<String>> FIELDS = Map.ofEntries(
            Map.entry("indicator", TEXT),
            Map.entry("indicatorCode", TEXT),
            Map.entry("measure", Set.of("level", "growth", "change", "multiple", "rank")::contains),
            Map.entry("value", DECIMAL),
            Map.entry("valueMax", DECIMAL),
            Map.entry("unit", value -> true),
            Map.entry("comparator", Set.of("=", ">=", ">", "<=", "<", "~")::contains),
            Map.entry("timePeriod", value -> PERIOD.matcher(value).matches()),
            Map.entry("status", Set.of("actual", "estimate", "target")::contains),
            Map.entry("area", TEXT),
            Map.entry("refArea", TEXT),
            Map.entry("areaCode", value -> value.matches("[0-9]{6}")),
            Map.entry("basePeriod", value -> PERIOD.matcher(value).matches()),
            Map.entry("rankScope", TEXT),
            Map.entry(Corrections.EXISTS, Set.of("true", "false")::contains));
    private static final Set<String> MAY_BE_ABSENT =
            Set.of("indicatorCode", "valueMax", "area", "refArea", "areaCode", "basePeriod", "rankScope");

    private CorrectionRequest() {}

    /**
     * Reads the body of a request.
     *
     * @param sent JSON
     * @param observation the one to correct
     * @throws RefusedException {@code bad-parameter} with the member that is wrong
     */
    static Correction read(InputStream sent, Document observation, Instant now) {
        JsonNode body = parse(sent);
        if (!body.isObject()) {
            throw bad(BODY, "must be a JSON object with field, value, reason and who");
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!Set.of("field", "value", "reason", "who").contains(name)) {
                throw bad(name, "there is no such member; known are field, value, reason and who");
            }
        });
        String field = words(body, "field");
        Predicate<String> allowed = FIELDS.get(field);
        if (allowed == null) {
            throw bad(
                    "field",
                    "must be one of "
                            + String.join(
                                    ", ", FIELDS.keySet().stream().sorted().toList()));
        }
        String value = value(body.get("value"), field, allowed);
        return new Correction(
                field,
                value,
                field.equals(Corrections.EXISTS) ? "true" : ObservationDocument.text(observation, field),
                words(body, "reason"),
                words(body, "who"),
                now);
    }

    private static JsonNode parse(InputStream sent) {
        try {
            byte[] body = sent.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new RefusedException(
                        Problem.TOO_LARGE, "a correction has " + MOST_BYTES + " bytes at the most", BODY);
            }
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String where = place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
            throw bad(BODY, "is no JSON; " + where + e.getOriginalMessage());
        } catch (CharConversionException e) {
            throw bad(BODY, "is no UTF-8");
        } catch (IOException e) {
            throw bad(BODY, "broke off");
        }
    }

    private static @Nullable String value(@Nullable JsonNode value, String field, Predicate<String> allowed) {
        if (value == null || value.isNull()) {
            if (value == null || !MAY_BE_ABSENT.contains(field)) {
                throw bad("value", "must be given; null only for a field that may be absent");
            }
            return null;
        }
        // A JSON number would have been through binary floating point on its way here.
        if (!value.isTextual() || value.asText().length() > LONGEST || !allowed.test(value.asText())) {
            throw bad("value", "must be a string that " + field + " can have");
        }
        return value.asText();
    }

    private static boolean isDecimal(String value) {
        try {
            return value.matches("-?[0-9]+(\\.[0-9]+)?") && !new Decimal128(new BigDecimal(value)).isNaN();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String words(JsonNode body, String name) {
        JsonNode value = body.get(name);
        if (value == null
                || !value.isTextual()
                || value.asText().isBlank()
                || value.asText().length() > LONGEST) {
            throw bad(name, "must be a string of 1 to " + LONGEST + " characters");
        }
        return value.asText().strip();
    }

    private static RefusedException bad(String member, String detail) {
        return new RefusedException(Problem.BAD_PARAMETER, member + ": " + detail, member);
    }
}
