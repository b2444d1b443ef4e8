package dev.zhibiao.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** The events as JSON: numbers plain, times ISO 8601, absent fields left out, unknown fields of newer writers read over. */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private EventJson() {}

    /** The event as UTF-8 JSON. */
    public static byte[] write(Object event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no event: " + event.getClass().getName(), e);
        }
    }

    /**
     * Reads an event back.
     *
     * @throws MalformedEventException where the bytes are no JSON, not of this event, or lack a field that must be there
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T event = MAPPER.readValue(json, type);
            if (event == null) {
                throw new MalformedEventException("JSON null is no " + type.getSimpleName(), null);
            }
            RequiredFields.check(event);
            return event;
        } catch (IOException | NullPointerException e) {
            // The cause's message may quote the report's text: it is not repeated here.
            throw new MalformedEventException("not a " + type.getSimpleName(), e);
        }
    }
}
