package dev.zhibiao.store.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    @Test
    void letsDocumentsGoToIngestAndNowhereElse() {
        assertThat(SecurityHeaders.policy(URI.create("/ingest"))).contains("connect-src 'self';");
        assertThat(SecurityHeaders.policy(URI.create("http://localhost:8081/x")))
                .contains("connect-src 'self' http://localhost:8081;");
    }

    @Test
    void allowsNothingInline() {
        assertThat(SecurityHeaders.policy(URI.create("/ingest")))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
    }
}
