package dev.zhibiao.local;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of docs/page.md: how long a browser takes to show the overview and a report with many observations in the embedded
 * database. Arguments: {@code --reports DIR}, whose texts are submitted again and again with another line end at the end
 * until there are as many as {@code --observations N}; {@code --rounds N}.
 */
final class PageBenchmark {

    private static final PrintStream OUT = System.out;

    private PageBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        int wanted = Integer.parseInt(options.getOrDefault("--observations", "100000"));
        int rounds = Integer.parseInt(options.getOrDefault("--rounds", "10"));
        Path root = Path.of(System.getProperty("zhibiao.root"));
        Path data = Files.createTempDirectory("page-benchmark");
        try (LocalSystem system = new LocalSystem(
                        new LocalSystem.Settings(root, data.resolve("data"), Ports.free(), null, null));
                InstalledBrowser browser =
                        InstalledBrowser.start(InstalledBrowser.find().orElseThrow(), data)) {
            system.start();
            StoreClient store = new StoreClient(system.storeUri());
            ManyReports.store(system, Path.of(options.getOrDefault("--reports", "../shared/corpus")), data, wanted);
            String longest = longest(store);
            measure(browser, "overview", system.storeUri(), "#reports tbody tr", rounds);
            measure(
                    browser,
                    "report of " + store.report(longest).orElseThrow().path("observations"),
                    system.storeUri().resolve("/report.html?id=" + longest),
                    "#text mark",
                    rounds);
        }
        System.exit(0);
    }

    private static String longest(StoreClient store) {
        String longest = "";
        int most = -1;
        for (var report : store.get("/reports?limit=1000").orElseThrow().path("items")) {
            if (report.path("observations").asInt() > most) {
                most = report.path("observations").asInt();
                longest = report.path("reportId").asText();
            }
        }
        return longest;
    }

    private static void measure(InstalledBrowser browser, String name, URI address, String content, int rounds) {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            // A window of its own each time: nothing is in its cache.
            try (InstalledBrowser.Window window = browser.open(1280, 900)) {
                Page page = window.page();
                long began = System.nanoTime();
                page.navigate(address.toString());
                page.locator(content).first().waitFor();
                if (i > 0) {
                    millis.add((System.nanoTime() - began) / 1_000_000);
                }
            }
        }
        millis.sort(null);
        OUT.printf(
                "%s: p50 %d ms, slowest of %d %d ms%n",
                name, millis.get(millis.size() / 2), rounds, millis.get(millis.size() - 1));
    }
}
