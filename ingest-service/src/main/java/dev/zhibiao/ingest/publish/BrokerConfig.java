package dev.zhibiao.ingest.publish;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * How the broker is reached: the very settings that the channels of the messaging framework get, which are all under
 * {@code kafka.} or {@code KAFKA_…} in the environment: addresses, TLS, SASL.
 */
@ApplicationScoped
class BrokerConfig {

    private final Map<String, Object> channels;

    BrokerConfig(@Identifier("default-kafka-broker") Map<String, Object> channels) {
        this.channels = channels;
    }

    /** A fresh map of Kafka's settings by their own names. */
    Map<String, Object> settings() {
        return new HashMap<>(channels);
    }
}
