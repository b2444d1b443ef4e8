package dev.zhibiao.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages of one answer. */
class WholeAnswersTest {

    private List<String> stored = List.of("a", "b", "c", "d");
    private int made;
    private long now;
    private final WholeAnswers<String> answers = new WholeAnswers<>(
            query -> {
                made++;
                return stored;
            },
            row -> row.substring(0, 1),
            8,
            () -> now);

    private Page<String> page(String area, @Nullable String cursor) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        query.putSingle("area", area);
        query.putSingle("limit", "2");
        if (cursor != null) {
            query.putSingle("cursor", cursor);
        }
        return answers.page(new Parameters(query));
    }

    @Test
    void givesAllPagesOfTheAnswerThatTheFirstIsOf() {
        Page<String> first = page("x", null);
        stored = List.of("a", "b1", "c1", "d1");

        assertThat(page("x", first.next())).isEqualTo(new Page<>(List.of("c", "d"), null));
        assertThat(made).isEqualTo(1);
        assertThat(page("x", null).items()).containsExactly("a", "b1");
        assertThat(page("x", first.next()).items()).containsExactly("c", "d");
        assertThat(made).isEqualTo(2);
    }

    @Test
    void hasTheSameCursorForTheSameAnswerAndAnotherForAnother() {
        String next = page("x", null).next();
        assertThat(page("x", null).next()).isEqualTo(next);
        stored = List.of("a", "b", "c", "d1");
        assertThat(page("x", null).next()).isNotEqualTo(next);
    }

    @Test
    void goesOnAfterTheLastKeyWhereTheAnswerIsNotKept() {
        String next = page("x", null).next();
        now = Duration.ofMinutes(11).toNanos();
        stored = List.of("a", "b", "b5", "c", "d1");
        assertThat(page("x", next).items()).containsExactly("c", "d1");
        assertThat(page("y", next).items()).containsExactly("c", "d1");
        assertThat(page("y", Parameters.cursor("c")).items()).containsExactly("d1");
        assertThat(made).isEqualTo(4);
    }

    @Test
    void keepsNoMoreRowsThanThereIsRoomFor() {
        stored = List.of("a", "b", "c", "d", "e");
        String first = page("x", null).next();
        String second = page("y", null).next();
        page("y", second);
        assertThat(made).isEqualTo(2);
        page("x", first);
        assertThat(made).isEqualTo(3);
        page("y", second);
        assertThat(made).isEqualTo(4);
        stored = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
        String large = page("z", null).next();
        assertThat(page("z", large).items()).containsExactly("c", "d");
        assertThat(made).isEqualTo(6);
        page("y", second);
        assertThat(made).isEqualTo(6);
    }
}
