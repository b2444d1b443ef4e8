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
    void givesAllClientsTogetherNoMoreThanThereIs() {
        Places places = places("max-in-flight", "2");
        taken(places.take(1));
        Places.Place second = taken(places.take(1));
        assertRefused(places.take(1), "2 documents are in flight");
        second.close();
        taken(places.take(1));
    }

    @Test
    void countsTheBytesOfAllDocuments() {
        Places places = places("max-bytes-in-flight", Integer.toString(3 * MEBIBYTE));
        Places.Place large = taken(places.take(2 * MEBIBYTE));
        assertRefused(places.take(2 * MEBIBYTE), "bytes of documents");
        taken(places.take(MEBIBYTE));
        large.close();
        taken(places.take(2 * MEBIBYTE));
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
