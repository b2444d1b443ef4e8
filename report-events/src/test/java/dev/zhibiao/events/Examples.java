package dev.zhibiao.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One of each event with every field set. */
final class Examples {

    static final String TEXT = "2019年，全区实现地区生产总值88.8亿元，增长6.1%。";
    static final String FINGERPRINT = "1-0123456789abcdef0123456789abcdef";
    static final Instant TIME = Instant.parse("2026-02-03T04:05:06.789Z");

    private Examples() {}

    static Observation observation() {
        int start = TEXT.indexOf("88.8");
        return new Observation(
                "0123456789abcdef0123456789abcdef",
                start,
                start + 6,
                "88.8亿元",
                "地区生产总值",
                "GDP",
                "level",
                new BigDecimal("8.88E+9"),
                new BigDecimal("8.9E+9"),
                "元",
                "=",
                "2019",
                "actual",
                "西门街道",
                "云州省/临江市/青禾区/西门街道",
                "330203",
                "2016/2020",
                "全市",
                "一、工作回顾",
                TEXT,
                "Level");
    }

    static Origin origin() {
        return new Origin("text/plain", "GB18030", 44, Sha256.hex(TEXT), "https://example.org/report.txt");
    }

    static ReportReceived received() {
        return new ReportReceived(
                ReportId.of(TEXT), TEXT, Sha256.hex(TEXT), origin(), new Hints("青禾区", "2020"), TIME, FINGERPRINT);
    }

    static ReportExtracted extracted() {
        ReportMetadata metadata = new ReportMetadata(
                "青禾区政府工作报告",
                "云州省/临江市/青禾区",
                "330203",
                "county",
                "full",
                "2019",
                "2020",
                LocalDate.of(2020, 1, 9),
                "李明",
                List.of(new ReportMetadata.Conflict("area", List.of("title: 甲区", "body: 乙区"), "乙区")));
        return new ReportExtracted(
                ReportId.of(TEXT),
                TEXT,
                Sha256.hex(TEXT),
                origin(),
                new Hints("青禾区", "2020"),
                TIME,
                metadata,
                List.of(new ReportExtracted.Section("一、工作回顾", 0, 10)),
                List.of(new ReportExtracted.Term("两山", 3, 9, "绿水青山", 0, 2)),
                List.of(observation()),
                "1-0a1b2c3d",
                TIME,
                FINGERPRINT);
    }

    static ReportStored stored() {
        String id = observation().observationId();
        return new ReportStored(
                ReportId.of(TEXT),
                "1-0a1b2c3d",
                TIME,
                2,
                1,
                1,
                1,
                List.of(id),
                List.of(id),
                List.of(id),
                false,
                "/reports/x/observations",
                "extracted",
                List.of(new ObservationChange(id, Map.of("unit", new ObservationChange.Values("元", "美元")))),
                "/reports/x/changes");
    }

    static ObservationState state() {
        return new ObservationState(ReportId.of(TEXT), "1-0a1b2c3d", observation(), List.of(correction()));
    }

    static Correction correction() {
        return new Correction("unit", "美元", "元", "the sentence before says so", "reader", TIME);
    }

    static KnownReport known() {
        return new KnownReport("received", List.of("https://example.org/report.txt"));
    }
}
