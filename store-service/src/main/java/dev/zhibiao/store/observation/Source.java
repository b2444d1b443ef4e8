package dev.zhibiao.store.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The report that an observation stands in, as far as a citation needs it.
 *
 * @param reportId its id
 * @param title as printed
 * @param refArea path of the area that it is the report of
 * @param year of reading, {@code YYYY}
 * @param deliveredOn day of reading, ISO 8601
 * @param origins where it came from, in the order they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(
        String reportId,
        @Nullable String title,
        @Nullable String refArea,
        @Nullable String year,
        @Nullable String deliveredOn,
        List<Origin> origins) {

    /** Fields of a report's document that are read here. */
    static final List<String> FIELDS = List.of("stored.metadata", "origins");

    public Source {
        origins = List.copyOf(origins);
    }

    /**
     * A document that was sent.
     *
     * @param source its address as the upstream gave it; absent where it gave none
     * @param mediaType of the document
     * @param sha256 of its bytes, hexadecimal
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Origin(
            @Nullable String source,
            @Nullable String mediaType,
            @Nullable String sha256) {}

    static Source of(String reportId, Document report) {
        Document metadata = report.get("stored", new Document()).get("metadata", new Document());
        List<Origin> origins = new ArrayList<>();
        for (Document origin : report.getList("origins", Document.class, List.of())) {
            origins.add(
                    new Origin(origin.getString("source"), origin.getString("mediaType"), origin.getString("sha256")));
        }
        return new Source(
                reportId,
                metadata.getString("title"),
                metadata.getString("refArea"),
                metadata.getString("targetPeriod"),
                metadata.getString("deliveredOn"),
                origins);
    }

    /** All addresses, parted by a blank, which none of them has. */
    public @Nullable String addresses() {
        String all = origins.stream()
                .map(Origin::source)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }

    /** The document that came first, {@code null} where none is known. */
    public @Nullable Origin first() {
        return origins.isEmpty() ? null : origins.get(0);
    }
}
