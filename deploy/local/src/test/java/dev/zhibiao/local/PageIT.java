package dev.zhibiao.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do with the page, in a browser that is installed, over the whole system. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields.
class PageIT {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root"));
    private static final Path SCREENSHOTS = ROOT.resolve("deploy/local/target/screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** A document's words that would be a script if they were taken for one. */
    private static final String HOSTILE =
            "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";

    @TempDir
    static Path folder;

    private LocalSystem system;
    private InstalledBrowser browser;
    private StoreClient store;
    private String hostile;
    private String contradictory;
    private String again;

    @BeforeAll
    void start() throws IOException {
        Path executable = InstalledBrowser.find().orElse(null);
        assumeTrue(
                executable != null,
                "no Chromium is installed: apt-get install chromium, or -Dzhibiao.test.browser=PATH");
        Files.createDirectories(SCREENSHOTS);
        system = new LocalSystem(new LocalSystem.Settings(ROOT, folder.resolve("data"), Ports.free(), null, null));
        system.start();
        store = new StoreClient(system.storeUri());
        browser = InstalledBrowser.start(executable, SCREENSHOTS);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> samples = Files.list(ROOT.resolve("samples/reports"))) {
            samples.sorted().forEach(files::add);
        }
        files.add(written("2023.txt", report(2023, "1200.5亿元", "5.2%", "6%左右")));
        files.add(written("2024.txt", report(2024, "1286.4亿元", "5.8%", "6.5%以上")));
        // The same with another line end is a report of its own that says the same.
        files.add(written("2024-again.txt", report(2024, "1286.4亿元", "5.8%", "6.5%以上") + "\n\n"));
        files.add(written("2025.txt", report(2025, "1350亿元", "5%", "5%")));
        files.add(written(
                "hostile.txt",
                "宁波市奉化区2024年政府工作报告\n一、2023年工作回顾\n全年实现地区生产总值900亿元，增长5%。" + HOSTILE + "新增企业12家，“<b>园区</b>”投资3亿元。\n"));
        List<Outcome> outcomes = new Submitter(system.ingestUri()).submit(files, outcome -> {});
        outcomes.forEach(outcome -> awaitStored(String.valueOf(outcome.reportId())));
        hostile = id(outcomes, "hostile.txt");
        again = id(outcomes, "2024-again.txt");
        contradictory = id(outcomes, "4-题文不符.txt");
    }

    private static String id(List<Outcome> outcomes, String name) {
        return outcomes.stream()
                .filter(outcome -> outcome.name().endsWith(name))
                .map(outcome -> String.valueOf(outcome.reportId()))
                .findFirst()
                .orElseThrow();
    }

    private static Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String report(int year, String gdp, String growth, String target) {
        int before = year - 1;
        return "宁波市海曙区" + year + "年政府工作报告\n" + year + "年2月8日在区人民代表大会上\n区长 林疏影\n一、" + before
                + "年工作回顾\n全年实现地区生产总值" + gdp + "，增长" + growth + "。城镇新增就业3.1万人。\n二、" + year
                + "年工作安排\n今年的主要目标是：地区生产总值增长" + target + "，城镇新增就业3万人。\n";
    }

    private void awaitStored(String reportId) {
        await().atMost(PATIENCE)
                .until(() -> store.report(reportId)
                        .map(report -> report.path("state").asText().equals("stored"))
                        .orElse(false));
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (system != null) {
            system.close();
        }
    }

    private void open(Page page, String path) {
        page.navigate(system.storeUri().resolve(path).toString());
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void overviewShowsHowThingsStandAndChangesWhileOneLooks() throws IOException {
        try (InstalledBrowser.Window window = browser.open(1280, 900)) {
            Page page = window.page();
            open(page, "/");
            assertThat(page.locator("h1")).hasText("概览");
            String before = page.locator("#state-stored").textContent();
            assertThat(page.locator("#reports tbody tr")).hasCount(Integer.parseInt(before));
            assertThat(page.locator("#coverage .matrix")).isVisible();
            window.picture("overview");
            window.isAccessible();
            Path file = written("live.txt", report(2022, "1100亿元", "8.1%", "7%"));
            new Submitter(system.ingestUri()).submit(List.of(file), outcome -> {});
            assertThat(page.locator("#state-stored"))
                    .hasText(
                            Integer.toString(Integer.parseInt(before) + 1),
                            new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        }
    }

    @Test
    void overviewPutsBackWhatFailedAndShowsWhatBecomesOfIt() {
        ProducerRecord<String, byte[]> received = new SyntheticReports(10).received(1);
        Map<String, byte[]> original = new HashMap<>();
        received.headers().forEach(header -> original.put(header.key(), header.value()));
        Map<String, byte[]> headers = CloudEventHeaders.failed(
                new Failure("extract", "internal", "OutOfMemoryError", true, 3, received.topic(), received.key()),
                "failed-once",
                "/zhibiao/extract",
                Instant.now(),
                original);
        try (InstalledBrowser.Window window = browser.open(1280, 900);
                TestStream stream = new TestStream(system.bootstrapServers(), Topic.STORED)) {
            Page page = window.page();
            open(page, "/");
            assertThat(page.locator("#failures")).containsText("没有待处理的失败");
            // As the reading of a report ends that once was too much.
            stream.send(Topic.FAILED, received.key(), received.value(), headers);
            Locator row = page.locator("#failures tbody tr");
            assertThat(row).containsText("internal", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            assertThat(row).containsText("OutOfMemoryError");
            assertThat(page.locator("#state-failed")).hasText("1");
            window.picture("overview-failed");
            window.isAccessible();
            String link = row.locator("a").getAttribute("href");
            button(page, "重放").click();
            assertThat(page.locator("#failures"))
                    .containsText("没有待处理的失败", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            assertThat(page.locator("#state-failed")).hasText("0");
            awaitStored(received.key());
            open(page, link);
            assertThat(page.locator("#text mark").first()).isVisible();
        }
    }

    @Test
    void submitFollowsEachFileAndSaysWhatIsWrongInPlainWords() throws IOException {
        Path good = written("新的报告.txt", report(2021, "1000亿元", "3%", "6%"));
        Path bad = written("english.txt", "There is no Chinese in here. ".repeat(40));
        try (InstalledBrowser.Window window = browser.open(1280, 900)) {
            Page page = window.page();
            open(page, "/submit.html");
            window.isAccessible();
            page.locator("#files").setInputFiles(new Path[] {good, bad});
            Locator rows = page.locator("#submitted tbody tr");
            assertThat(rows).hasCount(2);
            assertThat(rows.filter(new Locator.FilterOptions().setHasText("新的报告.txt")))
                    .containsText(
                            Pattern.compile("已入库，\\d+ 条观测值"),
                            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            assertThat(rows.filter(new Locator.FilterOptions().setHasText("english.txt")))
                    .containsText("没有中文");
            window.picture("submit");
            window.isAccessible();
            // The browser tells of an answer of 422 as well, and of 404 until the store has heard of a report.
            window.expects("422", "404 (Not Found)");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("打开"))
                    .first()
                    .click();
            assertThat(page.locator("#text mark").first()).isVisible();
        }
    }

    @Test
    void readerGoesFromTextToTableAndBack() {
        try (InstalledBrowser.Window window = browser.open(1280, 900)) {
            Page page = window.page();
            open(page, "/report.html?id=" + contradictory);
            assertThat(page.locator(".conflicts")).containsText("重庆市江北区");
            assertThat(page.locator("#text mark")).hasCount(7);
            assertThat(page.locator("#table tbody tr")).hasCount(7);
            window.isAccessible();
            Locator mark = page.locator("#text mark").first();
            assertThat(mark).hasText("7.7%");
            mark.hover();
            assertThat(page.locator("#card")).containsText("地区生产总值");
            mark.click();
            assertThat(page.locator("#table tr.selected")).containsText("地区生产总值");
            assertThat(page).hasURL(Pattern.compile("#[0-9a-f]{32}$"));
            page.locator("#table tbody tr").nth(6).locator("button").click();
            assertThat(page.locator("#text mark.selected")).isInViewport();
            assertThat(page.locator("#text mark.selected")).isFocused();
            page.keyboard().press("k");
            assertThat(page.locator("#table tr.selected button"))
                    .hasText(page.locator("#table tbody tr")
                            .nth(5)
                            .locator("button")
                            .textContent());
            page.keyboard().press("Enter");
            assertThat(page.locator("#table tr.selected button")).isFocused();
            String link = page.url();
            open(page, "/");
            page.navigate(link);
            assertThat(page.locator("#text mark.selected")).isInViewport();
            page.keyboard().press("Escape");
            assertThat(page.locator("#text mark.selected")).hasCount(0);
            window.picture("report");
        }
    }

    @Test
    void readerNamesReportsThatSayTheSame() {
        try (InstalledBrowser.Window window = browser.open(1280, 900)) {
            Page page = window.page();
            open(page, "/report.html?id=" + again);
            Locator other = page.locator(".facts a[href^='/report.html?id=']");
            assertThat(other).hasCount(1);
            other.click();
            assertThat(page.locator("h1")).hasText("宁波市海曙区2024年政府工作报告");
        }
    }

    @Test
    void readerCitesAndCorrectsWhereItIsSeen() {
        try (InstalledBrowser.Window window = browser.open(1280, 900)) {
            Page page = window.page();
            open(page, "/report.html?id=" + contradictory);
            page.locator("#text mark").nth(1).click();
            page.locator("#card .cite").click();
            assertThat(page.locator("#card .citation")).containsText("@misc{zhibiao-");
            assertThat(page.locator("#card .citation")).containsText("SHA-256");
            page.locator("#card .correct").click();
            page.locator(".correction [name=value]").fill("not a number");
            page.locator(".correction [name=reason]").fill("读错");
            page.locator(".correction [name=who]").fill("编辑");
            page.locator(".correction button").click();
            assertThat(page.locator(".correction .problem")).containsText("value");
            window.expects("400");
            page.locator(".correction [name=value]").fill("31300000000");
            page.locator(".correction button").click();
            assertThat(page.locator("#card .corrections")).containsText("31300000000");
            assertThat(page.locator("#card .big")).containsText("313 亿元");
            assertThat(page.locator("#table tr.selected")).containsText("313 亿元 *");
            window.picture("report-corrected");
            window.isAccessible();
        }
    }

    @Test
    void exploreDrawsASeriesAndComparesAreas() throws IOException {
        try (InstalledBrowser.Window window = browser.open(1280, 900)) {
            Page page = window.page();
            open(page, "/explore.html");
            window.isAccessible();
            // By the initials of the pinyin.
            page.getByLabel("指标").first().fill("dqsczz");
            page.getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasText("GDP"))
                    .first()
                    .click();
            page.getByLabel("地区（可选多个）").first().fill("hsq");
            page.getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasText("330203"))
                    .click();
            assertThat(page.locator("#series tbody tr").filter(new Locator.FilterOptions().setHasText("2023")))
                    .containsText("1,286.4 亿元");
            assertThat(page.locator("#series-chart canvas")).isVisible();
            page.getByLabel("度量").selectOption("growth");
            assertThat(page.locator("#series tbody tr").filter(new Locator.FilterOptions().setHasText("2024")))
                    .containsText("≥ 6.5%");
            window.picture("explore");
            Download csv =
                    page.waitForDownload(() -> button(page, "CSV").first().click());
            assertThat(Files.readString(csv.path()))
                    .startsWith("\uFEFFareaCode,")
                    .contains("330203", "5.8");
            Download png =
                    page.waitForDownload(() -> button(page, "PNG 图").first().click());
            assertThat(Files.readAllBytes(png.path())).startsWith((byte) 0x89, 'P', 'N', 'G');
            Download xlsx =
                    page.waitForDownload(() -> button(page, "XLSX").first().click());
            assertThat(Files.readAllBytes(xlsx.path())).startsWith('P', 'K');
            page.locator("#compare-chart")
                    .locator("xpath=preceding-sibling::form//input")
                    .first()
                    .fill("2023");
            page.getByLabel("范围内的下级地区").first().fill("宁波");
            page.getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasText("330200"))
                    .first()
                    .click();
            button(page, "显示").click();
            assertThat(page.locator("#ranking tbody tr")).hasCount(2);
            assertThat(page.locator("#ranking tbody tr").first()).containsText("海曙区");
            assertThat(page.locator("#compare-chart canvas")).isVisible();
            // What is shown has an address.
            String link = page.url();
            open(page, "/");
            page.navigate(link);
            assertThat(page.locator("#ranking tbody tr")).hasCount(2);
            window.picture("explore-compare");
            window.isAccessible();
        }
    }

    @Test
    void ledgerPutsPromisesBesideWhatWasReached() {
        try (InstalledBrowser.Window window = browser.open(1280, 900)) {
            Page page = window.page();
            open(page, "/ledger.html");
            page.getByLabel("地区").first().fill("海曙");
            page.getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasText("330203"))
                    .click();
            Locator rows = page.locator("#ledger tbody tr");
            assertThat(rows.first()).isVisible();
            Locator missed = rows.filter(new Locator.FilterOptions().setHasText("≥ 6.5%"));
            assertThat(missed).containsText("未达到");
            assertThat(missed).containsText("-1.5");
            assertThat(rows.filter(new Locator.FilterOptions().setHasText("≈ 6%")))
                    .containsText("兑现");
            window.picture("ledger");
            window.isAccessible();
            page.getByLabel("结果").selectOption("open");
            assertThat(rows.filter(new Locator.FilterOptions().setHasText("兑现")))
                    .hasCount(0);
            missed = rows.first();
            missed.locator("a.value").first().click();
            assertThat(page.locator("#text mark.selected")).isInViewport();
        }
    }

    @Test
    void nothingThatADocumentSaysIsTakenForMarkup() {
        try (InstalledBrowser.Window window = browser.open(1280, 900)) {
            Page page = window.page();
            open(page, "/report.html?id=" + hostile);
            assertThat(page.locator("#text")).containsText(HOSTILE);
            assertThat(page.locator("#text script, #text img, #text b")).hasCount(0);
            assertThat(page.locator("#text mark").first()).isVisible();
            assertThat(page).not().hasTitle("owned");
            page.locator("#text mark").last().click();
            assertThat(page.locator("#card")).containsText("投资");
            assertThat(page.locator("#card b, #table b")).hasCount(0);
            window.picture("report-hostile");
        }
    }

    @Test
    void speaksEnglishToWhoAsksAndRemembersIt() {
        try (InstalledBrowser.Window window = browser.open(1280, 900)) {
            Page page = window.page();
            open(page, "/");
            assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
            page.locator("#language").click();
            assertThat(page.locator("h1")).hasText("Overview");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            open(page, "/ledger.html");
            assertThat(page.locator("h1")).hasText("Target ledger");
        }
    }

    @ParameterizedTest
    @CsvSource({"360, 740", "1920, 1080"})
    void fitsPhonesAndLargeScreens(int width, int height) {
        List<String> pages = List.of(
                "/",
                "/submit.html",
                "/report.html?id=" + contradictory,
                "/explore.html?indicator=GDP&area=330203&period=2023",
                "/ledger.html?area=330203");
        try (InstalledBrowser.Window window = browser.open(width, height)) {
            Page page = window.page();
            for (String path : pages) {
                open(page, path);
                assertThat(page.locator("h1")).isVisible();
                page.waitForTimeout(1500);
                window.fits();
                window.picture(width + "-" + path.replaceAll("^/|\\.html.*", ""));
            }
        }
    }

    @Test
    void saysInPlainWordsThatThereIsNothing() {
        try (InstalledBrowser.Window window = browser.open(1280, 900)) {
            Page page = window.page();
            open(page, "/report.html");
            assertThat(page.locator(".problem")).containsText("没有报告编号");
            open(page, "/report.html?id=00000000000000000000000000000000");
            assertThat(page.locator(".problem")).containsText("找不到");
            window.expects("404");
        }
    }
}
