package de.stadtgraph.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every type of page in the system's Chromium, in both languages: wide and light, narrow and dark. axe finds nothing,
/// no other host is asked, nothing is wider than the window. Pictures are kept in `target/screenshots`.
class BrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("home", "/"),
            Map.entry("catalogue", "/catalog"),
            Map.entry("dataset", "/dataset/trees"),
            Map.entry("release", "/dataset/trees/release/3"),
            Map.entry("states", "/state"),
            Map.entry("thing", "/doc/tree/1_28822"),
            Map.entry("district", "/doc/statistical-district/62"),
            Map.entry("scheme", "/doc/kos/tree-genus"),
            Map.entry("concept", "/doc/kos/tree-genus/tilia"),
            Map.entry("ontology", "/def/municipal"),
            Map.entry("term", "/resource?iri=http%3A%2F%2Fwww.opengis.net%2Font%2Fgeosparql%23Geometry"),
            Map.entry("search", "/search?q=linde"),
            Map.entry("search-near", "/search?q=lindde"),
            Map.entry("search-nothing", "/search?q=xyzzyplugh"),
            Map.entry("questions", "/query"),
            Map.entry("question", "/query/trees-by-genus-and-district?genus=acer"),
            Map.entry("workbench", "/sparql"),
            Map.entry("answer", "/sparql?query=SELECT%20%2A%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%205&format=html"),
            Map.entry("about", "/about"),
            Map.entry("accessibility", "/accessibility"),
            Map.entry("limits", "/limits"),
            Map.entry("problem", "/problem/gone"),
            Map.entry("not-found", "/doc/tree/1_28829"),
            Map.entry("gone", "/doc/tree/1_00001"));

    private static Running running;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.exists(CHROMIUM), "there is no Chromium at " + CHROMIUM + ": the pages are not looked at");
        Files.createDirectories(PICTURES);
        running = new Running(Everything::of);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stop() {
        Stream.of(browser, playwright, running)
                .filter(java.util.Objects::nonNull)
                .forEach(BrowserTest::close);
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + running.port() + path;
    }

    private enum Window {
        WIDE(1280, 900, ColorScheme.LIGHT),
        NARROW(360, 780, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Window(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }

        BrowserContext open(String language) {
            return browser.newContext(new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setLocale(language)
                    .setColorScheme(scheme));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsAccessibleAndAsksNobodyElse() {
        return Stream.of(Window.values())
                .flatMap(window -> Stream.of("de", "en")
                        .map(language ->
                                DynamicTest.dynamicTest(window + " " + language, () -> walk(window, language))));
    }

    private static void walk(Window window, String language) {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = window.open(language)) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                boolean wanted =
                        message.text().contains("404") || message.text().contains("410");
                if (!wanted && List.of("error", "warning").contains(message.type())) {
                    complaints.add(page.url() + ": console: " + message.text());
                }
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(address("/")) && !request.url().startsWith("data:")) {
                    complaints.add(page.url() + " asks " + request.url());
                }
            });
            PAGES.forEach((name, path) -> look(page, name + "-" + language + "-" + window, path, complaints));
        }
        assertThat(complaints).isEmpty();
    }

    private static void look(Page page, String name, String path, List<String> complaints) {
        page.navigate(address(path));
        if (path.startsWith("/sparql")) {
            page.waitForSelector(".cm-content");
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name.toLowerCase(java.util.Locale.ROOT) + ".png"))
                .setFullPage(true));
        boolean wide = (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        if (wide) {
            complaints.add(name + ": the page is wider than the window");
        }
        for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
            rule.getNodes()
                    .forEach(node -> complaints.add(
                            name + ": " + rule.getId() + ": " + node.getTarget() + " " + node.getFailureSummary()));
        }
    }

    @Test
    void theFirstPageIsSmallAndFast() {
        try (BrowserContext context = Window.WIDE.open("de")) {
            context.newPage().navigate(address("/"));
        }
        try (BrowserContext context = Window.WIDE.open("de")) {
            Page page = context.newPage();
            var bytes = new AtomicLong();
            page.onResponse(response -> bytes.addAndGet(response.body().length));
            long begun = System.nanoTime();
            page.navigate(address("/"));
            long milliseconds = (System.nanoTime() - begun) / 1_000_000;
            page.waitForLoadState();
            System.out.println("first page: " + bytes.get() + " bytes unpacked, " + milliseconds + " ms");
            assertThat(bytes.get()).isLessThan(200_000);
            assertThat(milliseconds).isLessThan(1000);
        }
    }

    @Test
    void theWorkbenchRunsExplainsAndCompletes() {
        try (BrowserContext context = Window.WIDE.open("en")) {
            Page page = context.newPage();
            page.navigate(address("/sparql?lang=en"));
            page.waitForSelector(".cm-content");
            page.getByText("Run", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(page.locator("#output table tbody tr")).hasCount(2);
            assertThat(page.locator("[data-status]")).containsText("complete");
            page.getByText("Chart", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#output svg.chart rect.series0")).hasCount(2);
            page.getByText("Pivot", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#output select")).hasCount(3);
            page.getByText("Plan", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#output table th")).hasCount(4);
            assertThat(page.locator("#output")).containsText("Rows expected");

            page.locator(".cm-content").click();
            page.keyboard().press("Control+A");
            page.keyboard().insertText("SELECT * WHERE {\n  ?s foo:bar ?o\n}");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#output [role=alert]")).isVisible();
            assertThat(page.locator(".cm-lint-marker-error")).hasCount(1);

            page.locator(".cm-content").click();
            page.keyboard().press("Control+A");
            page.keyboard().insertText("SELECT * WHERE {\n  ?tree a ");
            page.keyboard().type("jmo:Urb");
            page.waitForSelector(".cm-tooltip-autocomplete li[aria-selected]");
            page.waitForTimeout(200); // the editor takes no key in the first 75 ms, so that nobody accepts by mistake
            page.keyboard().press("Enter");
            String text = (String) page.evaluate("document.querySelector('#query').value");
            assertThat(text).contains("PREFIX jmo:", "?tree a jmo:UrbanTree");
        }
    }

    @Test
    void suggestionsAppearWhileTyping() {
        try (BrowserContext context = Window.NARROW.open("de")) {
            Page page = context.newPage();
            page.navigate(address("/"));
            page.locator("#seek").fill("lind");
            page.waitForSelector(".suggestions:not([hidden]) a");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/doc/kos/tree-genus/tilia");
        }
    }

    @Test
    void pagesReadWithoutScripts() {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("de"))) {
            Page page = context.newPage();
            page.navigate(address("/sparql"));
            page.locator("form.query button[type=submit]").click();
            assertThat(page.locator("#output table tbody tr")).hasCount(2);
            page.navigate(address("/query/trees-by-genus-and-district"));
            page.locator("#p-genus").selectOption("acer");
            page.locator("form.fields button").click();
            assertThat(page.locator("table tbody tr")).hasCount(2);
            page.navigate(address("/"));
            page.locator("#seek").fill("linde");
            page.locator(".hero button").click();
            assertThat(page.locator(".hits li")).hasCount(2);
        }
    }
}
