package dev.zhibiao.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhibiao.events.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void knowsTheHolderByTheHashOrTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY.toUpperCase(java.util.Locale.ROOT) + "\n");
        ApiKeys keys = keys(Map.of(
                "loader.sha256",
                Sha256.hex(KEY),
                "loader.roles",
                "publish",
                "desk.file",
                file.toString(),
                "desk.roles",
                "read,operate"));
        assertThat(keys.size()).isEqualTo(2);
        assertThat(keys.holder(KEY)).hasToString("Optional[Client[name=key:loader, roles=[PUBLISH]]]");
        assertThat(keys.holder(KEY.toUpperCase(java.util.Locale.ROOT))
                        .orElseThrow()
                        .roles())
                .containsExactlyInAnyOrder(Role.READ, Role.OPERATE);
    }

    @Test
    void knowsNobodyByAnotherKey() {
        ApiKeys keys = keys(Map.of("loader.sha256", Sha256.hex(KEY), "loader.roles", "publish"));
        for (String other : new String[] {"", KEY + " ", KEY.substring(1), Sha256.hex(KEY), "x".repeat(1 << 20)}) {
            assertThat(keys.holder(other)).isEmpty();
        }
    }

    @Test
    void refusesAConfigurationThatLetsNobodyInOrAnybody() throws IOException {
        Path shortKey = Files.writeString(folder.resolve("short"), "hunter2");
        String hash = Sha256.hex(KEY);
        for (Map<String, String> bad : new Map[] {
            Map.of("a.sha256", hash),
            Map.of("a.roles", "publish"),
            Map.of("a.roles", "publish", "a.sha256", KEY),
            Map.of("a.roles", "publish", "a.sha256", hash, "a.file", shortKey.toString()),
            Map.of("a.roles", "publish", "a.file", shortKey.toString()),
            Map.of("a.roles", "publish", "a.file", folder.resolve("none").toString()),
            Map.of("a.roles", "admin", "a.sha256", hash)
        }) {
            assertThatThrownBy(() -> keys(bad))
                    .as("%s", bad)
                    .message()
                    .contains("zhibiao.access.keys.a")
                    .doesNotContain("hunter2")
                    .doesNotContain(KEY);
        }
    }

    private static ApiKeys keys(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>();
        properties.forEach((name, value) -> all.put("keys." + name, value));
        return new ApiKeys(TestConfig.access(all));
    }
}
