package dev.zhibiao.store.query;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Observation;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.events.Sha256;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report for tests, sentence by sentence: {@code GivenReport.of("340100", 2024).says("GDP", …)}. */
public final class GivenReport {

    private static final Instant AT = Instant.parse("2024-01-02T03:04:05.678Z");

    private final String areaCode;
    private final int year;
    private final List<Sentence> sentences = new ArrayList<>();

    private GivenReport(String areaCode, int year) {
        this.areaCode = areaCode;
        this.year = year;
    }

    /**
     * What a sentence says.
     *
     * @param code of the catalogue, may be empty
     * @param text the value as written
     * @param value as stored
     */
    record Sentence(
            String indicator,
            String code,
            String measure,
            String text,
            String value,
            String unit,
            String comparator,
            String period,
            String status,
            @Nullable String about) {}

    public static GivenReport of(String areaCode, int yearOfReading) {
        return new GivenReport(areaCode, yearOfReading);
    }

    /** A level of the year before that was reached. */
    public GivenReport says(String indicator, String code, String text, String value, String unit) {
        return says(new Sentence(
                indicator, code, "level", text, value, unit, "=", Integer.toString(year - 1), "actual", null));
    }

    /** A level that is aimed at in the year of reading. */
    GivenReport plans(String indicator, String code, String comparator, String text, String value, String unit) {
        return says(new Sentence(
                indicator, code, "level", text, value, unit, comparator, Integer.toString(year), "target", null));
    }

    GivenReport says(Sentence sentence) {
        sentences.add(sentence);
        return this;
    }

    public ReportExtracted extracted() {
        StringBuilder text = new StringBuilder(areaCode + "在" + year + "年的政府工作报告。");
        List<int[]> places = new ArrayList<>();
        for (Sentence sentence : sentences) {
            text.append(sentence.indicator());
            places.add(new int[] {text.length(), text.length() + sentence.text().length()});
            text.append(sentence.text()).append('。');
        }
        String id = ReportId.of(text.toString());
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            observations.add(observation(id, sentences.get(i), places.get(i)));
        }
        return new ReportExtracted(
                id,
                text.toString(),
                Sha256.hex(text.toString()),
                new Origin(
                        "text/plain", "UTF-8", text.length(), Sha256.hex(text.toString()), "https://example.org/" + id),
                null,
                AT,
                new ReportMetadata(
                        "政府工作报告",
                        null,
                        areaCode,
                        "city",
                        "full",
                        Integer.toString(year - 1),
                        Integer.toString(year),
                        LocalDate.of(year, 1, 20),
                        null,
                        List.of()),
                List.of(),
                List.of(),
                observations,
                "1-aaaa",
                AT.plusSeconds(1));
    }

    private Observation observation(String reportId, Sentence said, int[] place) {
        return new Observation(
                Sha256.hex(reportId + place[0]).substring(0, 32),
                place[0],
                place[1],
                said.text(),
                said.indicator(),
                said.code().isEmpty() ? null : said.code(),
                said.measure(),
                new BigDecimal(said.value()),
                null,
                said.unit(),
                said.comparator(),
                said.period(),
                said.status(),
                null,
                null,
                said.about() == null ? areaCode : said.about(),
                null,
                null,
                null,
                said.indicator() + said.text() + "。",
                "NumberLast");
    }

    /** Sends reports and waits until all are stored. */
    public static void store(TestStream stream, List<ReportExtracted> reports) {
        reports.forEach(report -> stream.send(Topic.EXTRACTED, report.reportId(), EventJson.write(report)));
        reports.forEach(report -> await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() ->
                        given().get("/reports/" + report.reportId()).then().body("state", equalTo("stored"))));
    }
}
