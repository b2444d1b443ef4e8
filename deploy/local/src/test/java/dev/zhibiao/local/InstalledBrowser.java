package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine. Every page that it opens must be free of errors when it is closed. */
final class InstalledBrowser implements AutoCloseable {

    /** Names another one. */
    private static final String PROPERTY = "zhibiao.test.browser";

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private final Playwright playwright;
    private final Browser browser;
    private final Path screenshots;

    private InstalledBrowser(Path executable, Path screenshots) {
        this.screenshots = screenshots;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // In containers Chromium has no sandbox to start.
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Where it is, if there is one. */
    static Optional<Path> find() {
        String named = System.getProperty(PROPERTY);
        return Stream.of(
                        named,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/snap/bin/chromium")
                .filter(path -> path != null && !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param screenshots directory that pictures are kept in */
    static InstalledBrowser start(Path executable, Path screenshots) {
        return new InstalledBrowser(executable, screenshots);
    }

    /** Opens a window of this size. */
    Window open(int width, int height) {
        return new Window(browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setAcceptDownloads(true)
                .setLocale("zh-CN")));
    }

    /** A window, and what its page complained of. */
    final class Window implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private Window(BrowserContext context) {
            this.context = context;
            this.page = context.newPage();
            page.onConsoleMessage(message -> {
                // Violations of the content security policy come this way, too.
                if (message.type().equals("error")) {
                    complaints.add(message.text() + " " + message.location());
                }
            });
            page.onPageError(complaints::add);
        }

        Page page() {
            return page;
        }

        /** Says that it was complained of this and perhaps of that, and of nothing else. */
        void expects(String complaint, String... others) {
            assertThat(complaints)
                    .anyMatch(said -> said.contains(complaint))
                    .allMatch(said ->
                            said.contains(complaint) || Stream.of(others).anyMatch(said::contains));
            complaints.clear();
        }

        /** Keeps a picture of the whole page. */
        void picture(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(screenshots.resolve(name + ".png"))
                    .setFullPage(true));
        }

        /** Nothing sticks out to the side, whatever the width. */
        void fits() {
            Object over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(((Number) over).intValue()).as("pixels too wide").isLessThanOrEqualTo(0);
        }

        /** The rules of axe-core for WCAG 2 A and AA, contrast among them, find nothing. */
        void isAccessible() {
            page.evaluate(axe());
            Object found = page.evaluate(
                    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] })"
                            + ".then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html + ' ' + n.failureSummary)))");
            assertThat((List<?>) found).isEmpty();
        }

        @Override
        public void close() {
            context.close();
            assertThat(complaints).as("errors in the browser").isEmpty();
        }
    }

    private static String axe() {
        try (InputStream script = InstalledBrowser.class.getResourceAsStream(AXE)) {
            assertThat(script).isNotNull();
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
