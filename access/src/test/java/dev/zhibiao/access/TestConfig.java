package dev.zhibiao.access;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Configuration as it is read from properties. */
final class TestConfig {

    private TestConfig() {}

    /** Names under {@code zhibiao.access.} and their values, in turn. */
    static AccessConfig access(String... settings) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return access(all);
    }

    static AccessConfig access(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        settings.forEach((name, value) -> all.put("zhibiao.access." + name, value));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(AccessConfig.class)
                .withDefaultValues(all)
                .build()
                .getConfigMapping(AccessConfig.class);
    }
}
