package dev.zhibiao.store.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.store.export.Formats;
import dev.zhibiao.store.export.Table;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files as a reader gets them of rows that no database need hold, in memory that does not grow with them. Of a million:
 * {@code -Dzhibiao.benchmark.rows=1000000}, see {@code docs/exports.md}. That the rows are read so, too, shows {@link SweepIT}.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the field.
class ManyRowsIT {

    private static final int USUAL = 50_000;
    private static final int ROWS = Integer.getInteger("zhibiao.benchmark.rows", USUAL);
    /** Bytes; so many rows that were kept would be five times as large. */
    private static final long MOST = 16L << 20;
    /** Bytes in use after a tenth of the rows and after nine tenths, other garbage collected. */
    private static final List<Long> IN_USE = Collections.synchronizedList(new ArrayList<>());

    @TestHTTPResource("/test/many-rows")
    URI address;

    @ParameterizedTest
    @ValueSource(strings = {Formats.CSV, Formats.SDMX_CSV, Formats.XLSX})
    void keepsNoneOfTheRowsThatItWrote(String format) throws IOException, InterruptedException {
        IN_USE.clear();
        long began = System.nanoTime();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address).header("Accept", format).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        long bytes;
        try (InputStream body = answer.body()) {
            bytes = body.transferTo(OutputStream.nullOutputStream());
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(format.split(";")[0]);
        assertThat(bytes).isGreaterThan(20L * ROWS);
        assertThat(IN_USE).hasSize(2);
        assertThat(IN_USE.get(1) - IN_USE.get(0)).isLessThan(MOST);
        if (ROWS != USUAL) {
            System.out.printf(
                    Locale.ROOT,
                    "BENCHMARK %s: %.0f rows a second, %d MB; in use after a tenth %d MB, after nine tenths %d MB%n",
                    format,
                    ROWS / ((System.nanoTime() - began) / 1e9),
                    bytes >> 20,
                    IN_USE.get(0) >> 20,
                    IN_USE.get(1) >> 20);
        }
    }

    /** As many rows as asked for, no two alike. */
    @Path("/test/many-rows")
    public static class ManyRows {

        @GET
        @Blocking
        @Produces({Formats.CSV, Formats.XLSX})
        @Operation(hidden = true)
        public Table<?> table() {
            return ObservationTables.table("many-rows", ManyRows::rows);
        }

        @GET
        @Blocking
        @Produces(Formats.SDMX_CSV)
        @Operation(hidden = true)
        public Table<?> sdmx() {
            return ObservationTables.sdmx("many-rows", ManyRows::rows);
        }

        private static void rows(Consumer<Sourced> consumer) {
            for (int i = 0; i < ROWS; i++) {
                consumer.accept(row(i));
                if (i == ROWS / 10 || i == ROWS / 10 * 9) {
                    IN_USE.add(inUse());
                }
            }
        }

        private static long inUse() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }

        private static Sourced row(int i) {
            String report = String.format(Locale.ROOT, "%032x", i / 170);
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("observationId", String.format(Locale.ROOT, "%032x", i));
            shown.put("reportId", report);
            shown.put("areaCode", "330203");
            shown.put("refArea", "浙江省/宁波市/海曙区");
            shown.put("indicatorCode", "GDP");
            shown.put("indicator", "地区生产总值");
            shown.put("measure", "level");
            shown.put("value", i + "28640000.50");
            shown.put("unit", "元");
            shown.put("comparator", "=");
            shown.put("timePeriod", "2023");
            shown.put("status", "actual");
            shown.put("text", i + "亿元");
            shown.put("sentence", "全年实现地区生产总值" + i + "亿元，增长5.8%，其中第一产业增加值" + i + "亿元。");
            shown.put("start", i);
            shown.put("end", i + 7);
            shown.put("extractorVersion", "2-abcdef01");
            shown.put("rule", "NumberLast");
            Source.Origin origin = new Source.Origin("https://example.org/" + report, "text/plain", report + report);
            return new Sourced(
                    shown, new Source(report, "政府工作报告", "浙江省/宁波市/海曙区", "2024", "2024-01-20", List.of(origin)));
        }
    }
}
