package dev.zhibiao.store.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.observation.Fact;
import dev.zhibiao.store.observation.Observations;
import dev.zhibiao.store.observation.Selection;
import dev.zhibiao.store.query.GivenReport;
import dev.zhibiao.store.query.ReadingConfig;
import dev.zhibiao.store.query.RefusedException;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** As many facts as there is room for. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI sets the fields.
class GatheringIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Observations observations;

    @Inject
    ReadingConfig reading;

    @Test
    void holdsNoMoreThanItMayAndOfRepeatedFactsTheseAlone() {
        GivenReport report = GivenReport.of("341602", 2024);
        for (int n = 0; n < 6; n++) {
            report.says("独一" + n, "", "1家", "1", "家");
        }
        report.says("双双", "", "1家", "1", "家").says("双双", "", "2家", "2", "家");
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            GivenReport.store(stream, List.of(report.extracted()));
        }
        Selection selection = Selection.ALL.areas(Set.of("341602"));
        Gathering narrow = new Gathering(observations, reading, 2);

        assertThat(new Gathering(observations, reading, 8).<Integer>of(selection, "area", List::size))
                .isEqualTo(8);
        assertThatThrownBy(() -> narrow.of(selection, "area", List::size))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("area: fits more than 2");
        List<String> repeated = narrow.ofRepeated(
                selection, "area", fact -> fact.observation().indicator().hashCode(), GatheringIT::texts);
        assertThat(repeated).containsExactly("1家", "2家");
        // Nothing is held any longer by the answer that was refused.
        assertThat(narrow.<Integer>of(selection.words("双双"), "area", List::size))
                .isEqualTo(2);
    }

    private static List<String> texts(List<Fact> facts) {
        return facts.stream().map(fact -> fact.observation().text()).toList();
    }
}
