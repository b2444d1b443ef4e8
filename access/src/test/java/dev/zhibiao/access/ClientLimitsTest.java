package dev.zhibiao.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.access.ClientLimits.Given;
import dev.zhibiao.access.ClientLimits.Place;
import dev.zhibiao.access.ClientLimits.Refused;
import dev.zhibiao.events.Problem;
import org.junit.jupiter.api.Test;

class ClientLimitsTest {

    @Test
    void givesOneClientNoMoreThanItsShare() {
        ClientLimits limits = limits("max-in-flight", "2");
        Place first = taken(limits, "a");
        taken(limits, "a");
        assertThat(refusal(limits, "a").detail()).isEqualTo("2 requests of this client are in flight");
        taken(limits, "b");
        first.close();
        taken(limits, "a");
    }

    @Test
    void takesAPlaceBackOnce() {
        ClientLimits limits = limits("max-in-flight", "2");
        Place first = taken(limits, "a");
        taken(limits, "a");
        first.close();
        first.close();
        taken(limits, "a");
        refusal(limits, "a");
    }

    @Test
    void letsAClientThatAsksTooOftenWaitAndNobodyElse() {
        ClientLimits limits = limits("per-minute", "1", "burst", "3");
        for (int i = 0; i < 3; i++) {
            taken(limits, "a").close();
        }
        ProblemAnswer refusal = refusal(limits, "a");
        assertThat(refusal.detail()).isEqualTo("this client may send 1 requests a minute");
        assertThat(refusal.retryAfterSeconds()).isBetween(1L, 61L);
        taken(limits, "b");
    }

    @Test
    void keepsNoPlaceOfARequestThatIsRefused() {
        ClientLimits limits = limits("per-minute", "1", "burst", "1", "max-in-flight", "1");
        taken(limits, "a").close();
        for (int i = 0; i < 2; i++) {
            assertThat(refusal(limits, "a").detail()).contains("a minute");
        }
    }

    @Test
    void limitsNoRateWhereItIsZero() {
        ClientLimits limits = limits("per-minute", "0", "burst", "1");
        for (int i = 0; i < 500; i++) {
            taken(limits, "a").close();
        }
    }

    private static Place taken(ClientLimits limits, String client) {
        return ((Given) limits.take(client)).place();
    }

    private static ProblemAnswer refusal(ClientLimits limits, String client) {
        ProblemAnswer problem = ((Refused) limits.take(client)).problem();
        assertThat(problem.problem()).isEqualTo(Problem.TOO_MANY_REQUESTS);
        return problem;
    }

    private static ClientLimits limits(String... settings) {
        String[] named = settings.clone();
        for (int i = 0; i < named.length; i += 2) {
            named[i] = "client." + named[i];
        }
        return new ClientLimits(TestConfig.access(named));
    }
}
