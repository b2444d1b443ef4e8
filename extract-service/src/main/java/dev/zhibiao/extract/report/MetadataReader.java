package dev.zhibiao.extract.report;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.extract.grammar.text.PlainText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what a report says about itself: title, area, kind, years, day, speaker, and where it contradicts itself. */
final class MetadataReader {

    private static final Areas AREAS = AreaNames.AREAS;

    private MetadataReader() {}

    static ReportMetadata read(String source) {
        return read(PlainText.of(source));
    }

    static ReportMetadata read(PlainText plain) {
        Head head = Head.of(plain);
        String title = Titles.of(head);
        LocalDate day = Readings.day(head);
        if (day == null && title != null) {
            day = Readings.bracketed(title);
        }
        ReportYears years = ReportYears.of(head, title, day);
        AreaDecider.Decision decision = new AreaDecider(head, years.target()).decide(title);
        Area area = decision.area();
        return new ReportMetadata(
                title,
                path(decision, years.target()),
                area == null || decision.town() != null ? null : area.code(),
                level(decision),
                Titles.kind(title, head),
                text(years.review()),
                text(years.target()),
                day,
                Speakers.of(head, title),
                Contradictions.of(head, title, years, day, decision.conflict()));
    }

    private static @Nullable String path(AreaDecider.Decision decision, @Nullable Integer year) {
        Area area = decision.area();
        if (area == null) {
            return decision.town();
        }
        String path = year == null ? AREAS.path(area) : AREAS.path(area, year);
        return decision.town() == null ? path : path + "/" + decision.town();
    }

    private static @Nullable String level(AreaDecider.Decision decision) {
        if (decision.town() != null) {
            return "township";
        }
        Area area = decision.area();
        return area == null ? null : area.level().code();
    }

    private static @Nullable String text(@Nullable Integer year) {
        return year == null ? null : year.toString();
    }
}
