package dev.zhibiao.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.ingest.publish.IngestConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final int MEBIBYTE = 1 << 20;

    @Test
    void givesOneClientNoMoreThanItsShare() {
        Places places = places("max-in-flight", "5", "client.max-in-flight", "2");
        Places.Place first = taken(places.take("a", 1));
        taken(places.take("a", 1));
        assertRefused(places.take("a", 1), "2 documents of this client");
        taken(places.take("b", 1));
        first.close();
        taken(places.take("a", 1));
    }

    @Test
    void givesAllClientsTogetherNoMoreThanThereIs() {
        Places places = places("max-in-flight", "2", "client.max-in-flight", "2");
        taken(places.take("a", 1));
        Places.Place second = taken(places.take("b", 1));
        assertRefused(places.take("c", 1), "2 documents are in flight");
        second.close();
        taken(places.take("c", 1));
    }

    @Test
    void countsTheBytesOfAllDocuments() {
        Places places = places("max-bytes-in-flight", Integer.toString(3 * MEBIBYTE));
        Places.Place large = taken(places.take("a", 2 * MEBIBYTE));
        assertRefused(places.take("b", 2 * MEBIBYTE), "bytes of documents");
        taken(places.take("b", MEBIBYTE));
        large.close();
        taken(places.take("b", 2 * MEBIBYTE));
    }

    @Test
    void letsAClientThatSendsTooFastWaitAndNobodyElse() {
        Places places = places("client.per-minute", "1", "client.burst", "3");
        for (int i = 0; i < 3; i++) {
            taken(places.take("a", 1)).close();
        }
        Places.Answer answer = places.take("a", 1);
        assertRefused(answer, "1 documents a minute");
        assertThat(answer.retryAfterSeconds()).isBetween(1L, 60L);
        taken(places.take("b", 1));
    }

    @Test
    void keepsNoPlaceOfARequestThatIsRefused() {
        Places places = places("client.per-minute", "1", "client.burst", "1", "max-in-flight", "1");
        taken(places.take("a", 1)).close();
        assertRefused(places.take("a", 1), "a minute");
        taken(places.take("b", 1));
    }

    @Test
    void limitsNoRateWhereItIsZero() {
        Places places = places("client.per-minute", "0", "client.burst", "1");
        for (int i = 0; i < 500; i++) {
            taken(places.take("a", 1)).close();
        }
    }

    private static Places.Place taken(Places.Answer answer) {
        assertThat(answer.refusal()).isEmpty();
        return Objects.requireNonNull(answer.place());
    }

    private static void assertRefused(Places.Answer answer, String why) {
        assertThat(answer.place()).isNull();
        assertThat(answer.refusal()).contains(why);
    }

    private static Places places(String... settings) {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(IngestConfig.class);
        for (int i = 0; i < settings.length; i += 2) {
            builder.withDefaultValues(Map.of("zhibiao.ingest." + settings[i], settings[i + 1]));
        }
        return new Places(builder.build().getConfigMapping(IngestConfig.class));
    }
}
