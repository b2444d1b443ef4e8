package dev.zhibiao.store.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class EditionTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void isTheCurrentOneForReadersThatBeganSince() throws Edition.SwitchedException {
        assertThat(Edition.visible(report(), NOON)).isEqualTo(2);
        assertThat(Edition.visible(report(), NOON.plusMillis(1))).isEqualTo(2);
    }

    @Test
    void isThePreviousOneForReadersThatBeganBefore() throws Edition.SwitchedException {
        assertThat(Edition.visible(report(), NOON.minusMillis(1))).isEqualTo(1);
        Document first = report();
        first.remove(Edition.PREVIOUS);
        assertThat(Edition.visible(first, NOON.minusMillis(1))).isNegative();
    }

    @Test
    void isUnknownToReadersThatBeganBeforeTheLastTwo() {
        assertThatThrownBy(() -> Edition.visible(report(), NOON.minusSeconds(61)))
                .isInstanceOf(Edition.SwitchedException.class);
    }

    @Test
    void isNoneOfAReportThatIsWithdrawnOrNotStored() throws Edition.SwitchedException {
        assertThat(Edition.visible(report().append(Edition.WITHDRAWN, new Document()), NOON))
                .isNegative();
        assertThat(Edition.visible(new Document("_id", "r"), NOON)).isNegative();
    }

    @Test
    void takesTheSlotsInTurn() {
        assertThat(Edition.nextSlot(null)).isEqualTo("a");
        assertThat(Edition.nextSlot(new Edition(1, "a", NOON))).isEqualTo("b");
        assertThat(Edition.nextSlot(new Edition(2, "b", NOON))).isEqualTo("a");
    }

    private static Document report() {
        return new Document(Edition.NUMBER, 2L)
                .append(Edition.SLOT, "b")
                .append(Edition.SWITCHED_AT, Date.from(NOON))
                .append(Edition.PREVIOUS, new Edition(1, "a", NOON.minusSeconds(60)).asPrevious());
    }
}
