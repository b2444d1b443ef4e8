package dev.zhibiao.ingest.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** How the broker is reached: everything under {@code kafka.}, as for the channels of the messaging framework. */
@ApplicationScoped
class BrokerConfig {

    private static final String PREFIX = "kafka.";

    private final Config config;

    BrokerConfig(Config config) {
        this.config = config;
    }

    /** A fresh map of Kafka's settings by their own names, addresses and security among them. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> settings.put(name.substring(PREFIX.length()), value));
            }
        }
        return settings;
    }
}
