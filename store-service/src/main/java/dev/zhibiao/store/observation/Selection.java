package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.AreaLevel;
import dev.zhibiao.store.query.Catalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which observations are asked for, by what was extracted.
 *
 * @param observations what holds of an observation's document; all of it
 * @param reports what holds of the document of every report that has such an observation: from the counts that it
 *     keeps, so that the others need not be read
 */
public record Selection(List<Bson> observations, List<Bson> reports) {

    /** Everything. */
    public static final Selection ALL = new Selection(List.of(), List.of());

    /** What means something in a regular expression; escaped one by one, as not every server knows {@code \Q}. */
    private static final Pattern SIGN = Pattern.compile("[\\\\\\[\\](){}.*+?^$|]");

    private static final String COUNTS = "stored.counts.";
    private static final String CODE = "indicatorCode";
    /** Plans reach no further. */
    private static final int LAST_YEAR = 2100;

    public Selection {
        observations = List.copyOf(observations);
        reports = List.copyOf(reports);
    }

    private Selection with(Bson observation, Bson report) {
        List<Bson> both = new ArrayList<>(reports);
        both.add(report);
        return new Selection(with(observation).observations, both);
    }

    private Selection with(Bson observation) {
        List<Bson> more = new ArrayList<>(observations);
        more.add(observation);
        return new Selection(more, reports);
    }

    /** Of an indicator: by its codes, and by its names where no code was sure. */
    public Selection indicator(Catalogue.Named named) {
        return with(
                or(in(CODE, named.codes()), and(in("indicator", named.names()), eq(CODE, null))),
                or(in(COUNTS + "indicators.code", named.codes()), in(COUNTS + "indicators.key", named.names())));
    }

    /** About these areas, with all that belongs to them or without. */
    public Selection areas(Catalogue catalogue, Collection<Area> chosen, boolean descendants) {
        return descendants ? territory(catalogue.territory(chosen)) : areas(catalogue.codes(chosen));
    }

    /** About one of these areas. */
    public Selection areas(Collection<String> codes) {
        return with(in("areaCode", codes), in(COUNTS + "areas.key", codes));
    }

    /** About one of the areas of a territory. */
    private Selection territory(Catalogue.Territory territory) {
        List<Bson> areas = new ArrayList<>(List.of(in("areaCode", territory.codes())));
        List<Bson> counted = new ArrayList<>(List.of(in(COUNTS + "areas.key", territory.codes())));
        for (String prefix : territory.prefixes()) {
            areas.add(and(gte("areaCode", prefix), lt("areaCode", prefix + ":")));
            counted.add(regex(COUNTS + "areas.key", "^" + prefix));
        }
        return with(or(areas), or(counted));
    }

    /** About an area that has a code, whichever. */
    public Selection anyArea() {
        return with(gt("areaCode", ""));
    }

    /** About an area of this level. */
    public Selection level(AreaLevel level) {
        return with(regex(
                "areaCode",
                switch (level) {
                    case NATIONAL -> "^100000$";
                    case PROVINCE -> "^(?!10)[0-9]{2}0000$";
                    case CITY -> "^[0-9]{2}(?!00)[0-9]{2}00$";
                    case COUNTY -> "^[0-9]{4}(?!00)[0-9]{2}$";
                }));
    }

    /** Of a report. */
    public Selection report(String reportId) {
        return with(eq(ObservationDocument.REPORT, reportId), eq("_id", reportId));
    }

    /** With this value of a field. */
    public Selection where(String field, String value) {
        return with(eq(field, value));
    }

    /**
     * Of a period that has a year in common with these, both included; {@code null} leaves an end open. Periods are
     * written with the year first, so that text sorts them.
     */
    public Selection years(@Nullable Integer from, @Nullable Integer to) {
        Selection selection = this;
        if (to != null) {
            selection = selection.with(lt("timePeriod", Integer.toString(to + 1)));
        }
        if (from != null) {
            String ends = IntStream.rangeClosed(from, LAST_YEAR)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining("|"));
            selection = selection.with(or(
                    and(gte("timePeriod", Integer.toString(from)), lt("timePeriod", "_")),
                    regex("timePeriod", "/(" + ends + ")")));
        }
        return selection;
    }

    /** With all of these words, parted by blanks, in the sentence. */
    public Selection words(String words) {
        Selection selection = this;
        for (String word : words.strip().split("[\\s\\u3000]+")) {
            selection = selection.with(regex("sentence", SIGN.matcher(word).replaceAll("\\\\$0")));
        }
        return selection;
    }
}
