package dev.zhibiao.store.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.ObservationChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RevisionTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Changes CHANGES = new Changes(
            List.of("a"),
            List.of("b"),
            List.of("c"),
            List.of(new ObservationChange("b", Map.of("unit", new ObservationChange.Values("元", null)))));

    @Test
    void isAdvancedToWhatTheServerHasAfterTheUpdate() {
        Document report = new Document("_id", "r").append(Revision.NUMBER, 4).append(Revision.TOLD, 4);
        Revision.advance(report, "extracted", NOON, CHANGES);
        assertThat(Revision.of(report)).isEqualTo(new Revision(5, 4, "extracted", NOON, CHANGES));

        Document update = Document.parse(
                Revision.next("extracted", NOON, CHANGES).toBsonDocument().toJson());
        Document stored = update.get("$set", Document.class)
                .append(Revision.NUMBER, 4 + update.get("$inc", Document.class).getInteger(Revision.NUMBER))
                .append(Revision.TOLD, 4);
        assertThat(Revision.of(stored)).isEqualTo(Revision.of(report));
    }

    @Test
    void countsFromNothing() {
        Document report = new Document("_id", "r");
        Revision.advance(report, "extracted", NOON, CHANGES);
        assertThat(Revision.of(report).number()).isEqualTo(1);
        assertThat(Revision.of(report).isTold()).isFalse();
    }
}
