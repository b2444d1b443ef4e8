package dev.zhibiao.extract.report;

import dev.zhibiao.events.ReportMetadata.Conflict;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a report's title, head and body say that cannot be true together; each with both readings. */
final class Contradictions {

    private static final KeyedPattern BLANKS = KeyedPattern.compile("·");

    private Contradictions() {}

    static List<Conflict> of(
            Head head, @Nullable String title, ReportYears years, @Nullable LocalDate day, @Nullable Conflict area) {
        List<Conflict> found = new ArrayList<>();
        if (area != null) {
            found.add(area);
        }
        year(found, head, title, years, day);
        date(found, head, title);
        speaker(found, head, title);
        return List.copyOf(found);
    }

    /** A title names the year of reading, the one before, or, in a report of December, the next. */
    private static void year(
            List<Conflict> found, Head head, @Nullable String title, ReportYears years, @Nullable LocalDate day) {
        Integer target = years.target();
        if (target == null) {
            return;
        }
        Integer titled = ReportYears.titled(title);
        int first = Math.min(target - 1, day == null ? target : day.getYear() - 1);
        if (titled != null && (titled > target || titled < first)) {
            found.add(new Conflict(
                    "year",
                    List.of("title: " + titled, (day == null ? "body: " : "date: ") + target),
                    target.toString()));
            return;
        }
        Integer planned = ReportYears.planned(head.text());
        boolean apart = planned != null && (planned < target - 1 || planned > target + 1 && planned % 5 != 0);
        if (day != null && apart) {
            found.add(new Conflict("year", List.of("date: " + day.getYear(), "body: " + planned), target.toString()));
        }
    }

    private static void date(List<Conflict> found, Head head, @Nullable String title) {
        LocalDate session = Readings.session(head.words());
        LocalDate beside = Readings.bracketed(title == null ? head.words() : title + "\n" + head.words());
        if (session != null && beside != null && !session.equals(beside)) {
            found.add(new Conflict("date", List.of("title: " + beside, "session: " + session), session.toString()));
        }
    }

    private static void speaker(List<Conflict> found, Head head, @Nullable String title) {
        String printed = Speakers.printed(head.lines());
        String titled = Speakers.titled(title == null ? head.words() : title + "\n" + head.words());
        if (printed != null && titled != null && !plain(printed).equals(plain(titled))) {
            found.add(new Conflict("speaker", List.of("title: " + titled, "head: " + printed), printed));
        }
    }

    private static String plain(String name) {
        return BLANKS.without(name);
    }
}
