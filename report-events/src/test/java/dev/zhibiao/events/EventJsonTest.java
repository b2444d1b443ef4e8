package dev.zhibiao.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    @Test
    void writesValuesAsPlainDecimalStrings() {
        String json = new String(EventJson.write(Examples.observation()), StandardCharsets.UTF_8);
        assertThat(json).contains("\"value\":\"8880000000\"");
    }

    @Test
    void refusesBytesThatAreNoEventWithoutRepeatingThem() {
        for (String bad : new String[] {"", "null", "[]", "{\"reportId\":", "\"text\"", "\u0000\u0001"}) {
            assertThatThrownBy(() -> EventJson.read(bad.getBytes(StandardCharsets.UTF_8), ReportExtracted.class))
                    .as(bad)
                    .isInstanceOf(MalformedEventException.class)
                    .hasMessageNotContaining("text\"");
        }
    }

    @Test
    void namesTheFieldThatIsMissing() {
        String json = new String(EventJson.write(Examples.extracted()), StandardCharsets.UTF_8);
        String[] fields = {"\"textSha256\":", "\"mediaType\":", "\"comparator\":", "\"heading\":", "\"extractedAt\":"};
        for (String field : fields) {
            byte[] without = json.replace(field, "\"other\":").getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> EventJson.read(without, ReportExtracted.class))
                    .isInstanceOf(MalformedEventException.class)
                    .hasMessageEndingWith(field.replaceAll("[^A-Za-z0-9]", ""));
        }
    }

    @Test
    void refusesWhatLacksAFieldAsOftenAsItComes() {
        byte[] without = new String(EventJson.write(Examples.extracted()), StandardCharsets.UTF_8)
                .replace("\"rule\":", "\"other\":")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> EventJson.read(without, ReportExtracted.class))
                    .isInstanceOf(MalformedEventException.class)
                    .hasMessage("Observation without rule");
            assertThatCode(() -> EventJson.read(EventJson.write(Examples.extracted()), ReportExtracted.class))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void givesOneIdToOneTextAndAnotherToAnother() {
        assertThat(ReportId.of("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb924");
        assertThat(ReportId.of("甲")).isNotEqualTo(ReportId.of("乙"));
        assertThat(ReportId.ofSha256(Sha256.hex("甲"))).isEqualTo(ReportId.of("甲"));
        assertThat(ReportId.ofUnreadable("甲".getBytes(StandardCharsets.UTF_8))).isEqualTo(ReportId.of("甲"));
    }

    @Test
    void givesAReEmissionTheSameEventId() {
        assertThat(EventType.STORED.id("r", "1")).isEqualTo("2fffbf064ea43c747175d940b17a5e03");
        assertThat(EventType.STORED.id("r", "1")).isNotEqualTo(EventType.EXTRACTED.id("r", "1"));
        assertThat(EventType.STORED.id("r", "1")).isNotEqualTo(EventType.STORED.id("r1", ""));
    }

    @Test
    void readsAFailureBackFromItsAttributes() {
        Failure failure = new Failure("extract", "malformed-event", "no JSON", false, 3, "reports.received", "k");
        assertThat(Failure.from(failure.attributes())).isEqualTo(failure);
        for (String required : new String[] {"stage", "code", "detail", "retryable", "attempts", "originaltopic"}) {
            Map<String, String> attributes = new HashMap<>(failure.attributes());
            attributes.remove(required);
            assertThatThrownBy(() -> Failure.from(attributes)).isInstanceOf(MalformedEventException.class);
        }
    }
}
