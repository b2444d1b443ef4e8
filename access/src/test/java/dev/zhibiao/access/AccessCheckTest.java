package dev.zhibiao.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.1.2.3"})
    void letsTheLocalProfileAskNobodyOnTheLoopbackAddress(String host) {
        assertThatCode(() -> AccessCheck.requireHarmless(false, List.of("local"), host))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", ""})
    void refusesToAskNobodyOnAnyOtherAddress(String host) {
        assertThatThrownBy(() -> AccessCheck.requireHarmless(false, List.of("local"), host))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("loopback");
    }

    @Test
    void refusesToAskNobodyInAnyOtherProfile() {
        for (List<String> profiles : List.of(List.of("prod"), List.of("test"), List.of("dev"), List.<String>of())) {
            assertThatThrownBy(() -> AccessCheck.requireHarmless(false, profiles, "127.0.0.1"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("profile local only");
        }
    }
}
