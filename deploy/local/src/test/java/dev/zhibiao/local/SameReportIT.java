package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhibiao.ingest.format.PrintedReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One report from several places, through all of it and by the command that users have. */
class SameReportIT {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root"));
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String TEXT = "青原县政府工作报告\n各位代表：\n2023年，全县实现地区生产总值12.5亿元，增长6.1%。\n";
    private static final String WRAPPED =
            "青原县政府工作报告\r\n各位代表：\r\n2023年，全县实现地区\r\n- 1 -\r\n生产总值12.5亿元，增长6.1%。\r\n【打印】\r\n";

    @TempDir
    Path folder;

    @Test
    void isOneWithTwoSourcesAndIsLinkedToItsManifestation() throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        Files.writeString(files.resolve("1-portal.txt"), TEXT);
        Files.writeString(files.resolve("2-gazette.txt"), TEXT, Charset.forName("GB18030"));
        Files.writeString(files.resolve("3-paper.txt"), WRAPPED);
        LocalSystem.Settings settings =
                new LocalSystem.Settings(ROOT, folder.resolve("data"), Ports.free(), null, null);
        try (LocalSystem system = new LocalSystem(settings)) {
            system.start();
            String said = submit(files, system);
            assertThat(said).contains("2 received, 1 duplicates, 0 refused");
            List<String> ids = ids(folder.resolve("outcomes.jsonl"));
            assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));

            StoreClient store = new StoreClient(system.storeUri());
            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode report = store.report(ids.get(0)).orElseThrow();
                assertThat(report.path("state").asText()).isEqualTo("stored");
                assertThat(report.path("origins"))
                        .extracting(origin -> origin.path("source").asText())
                        .containsExactlyInAnyOrder("1-portal.txt", "2-gazette.txt");
                assertThat(report.path("manifestations"))
                        .extracting(JsonNode::asText)
                        .containsExactly(ids.get(2));
                assertThat(store.report(ids.get(2)).orElseThrow().path("manifestations"))
                        .extracting(JsonNode::asText)
                        .containsExactly(ids.get(0));
            });
        }
    }

    /** The PDF has other lines, pages with a running title and numbers; what the report says is the same. */
    @Test
    void saysTheSameAsTextAndAsPdf() throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        // The longest of the samples: a title that runs over one page only is repeated nowhere, and stays.
        String sample = Files.readString(ROOT.resolve("samples/reports/1-临澜市-2024.txt"));
        Files.write(files.resolve("1.pdf"), PrintedReport.of(sample).bytes());
        Files.writeString(files.resolve("2.txt"), sample);
        LocalSystem.Settings settings =
                new LocalSystem.Settings(ROOT, folder.resolve("data"), Ports.free(), null, null);
        try (LocalSystem system = new LocalSystem(settings)) {
            system.start();
            assertThat(submit(files, system)).contains("2 received, 0 duplicates, 0 refused");
            List<String> ids = ids(folder.resolve("outcomes.jsonl"));
            String pdf = ids.get(0);
            String text = ids.get(1);
            StoreClient store = new StoreClient(system.storeUri());
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(store.report(pdf).orElseThrow().path("manifestations"))
                                    .extracting(JsonNode::asText)
                                    .containsExactly(text));
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(said(store, text)).isNotEmpty();
                assertThat(said(store, pdf)).containsExactlyElementsOf(said(store, text));
            });
        }
    }

    /** Observations without their places, and without the blanks and page ends inside what they quote. */
    private static List<String> said(StoreClient store, String id) {
        return ExpectedObservations.in(
                        store.get("/observations?limit=1000&report=" + id).orElseThrow())
                .stream()
                .map(line -> line.replaceAll("(start|end)=\\d+", "").replaceAll("\\s", ""))
                .sorted()
                .toList();
    }

    /** One at a time: two first submissions at the same moment may both be received. */
    private String submit(Path files, LocalSystem system) {
        StringWriter out = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out, true), new PrintWriter(System.err, true))
                .execute(
                        "submit",
                        files.toString(),
                        "--parallel",
                        "1",
                        "--to",
                        system.ingestUri().toString(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--report",
                        folder.resolve("outcomes.jsonl").toString());
        assertThat(code).isZero();
        return out.toString();
    }

    private static List<String> ids(Path outcomes) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : Files.readAllLines(outcomes)) {
            ids.add(new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(line)
                    .path("reportId")
                    .asText());
        }
        return ids;
    }
}
