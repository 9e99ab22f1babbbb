package de.stadtgraph;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import de.stadtgraph.accounts.Role;
import de.stadtgraph.cli.Commands;
import de.stadtgraph.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way of a change to shapes in a browser: an editor tightens, sees the effect, adds an example,
/// proposes; a steward adopts; everybody reads the version. On a copy of the checkout. Pictures lie in
/// `target/screenshots`.
class WorkshopWalkTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Path CHECKOUT = Path.of("..", "..");

    @TempDir
    static Path folder;

    private static WebFront front;
    private static Playwright playwright;
    private static Browser browser;
    private static String editor = "";
    private static String steward = "";

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.exists(CHROMIUM), "there is no Chromium at " + CHROMIUM + ": the walk is not made");
        Files.createDirectories(PICTURES);
        for (String part : List.of("mappings", "shapes", "ontologies", "queries")) {
            copy(CHECKOUT.resolve(part), folder.resolve("checkout").resolve(part));
        }
        Files.copy(CHECKOUT.resolve("stadtgraph.yaml"), folder.resolve("checkout/stadtgraph.yaml"));
        Home home = new Home(folder.resolve("checkout"));
        Path data = folder.resolve("data");
        for (String module : List.of("areas", "trees")) {
            var out = new ByteArrayOutputStream();
            var both = new PrintStream(out, true, StandardCharsets.UTF_8);
            int exit = Commands.run(
                    home, new Terminal(both, both, false), "run", module, "--sample", "--data", data.toString());
            assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
        }
        Server server = Server.of(home, Config.DEFAULTS.with(null, null, 0), data);
        editor = server.accounts().add("redaktion", Role.EDITOR, Set.of());
        steward = server.accounts().add("verantwortung", Role.STEWARD, Set.of("trees"));
        front = server.serve();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable open : Stream.of(browser, playwright, front)
                .filter(java.util.Objects::nonNull)
                .toList()) {
            open.close();
        }
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + front.port() + path;
    }

    private Page enter(BrowserContext context, String token) {
        Page page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("412")) {
                complaints.add(page.url() + ": console: " + message.text());
            }
        });
        page.navigate(address("/workshop/sign-in"));
        page.locator("#token").fill(token);
        look(page, "sign-in");
        page.locator("form.query button").click();
        page.waitForURL("**/workshop");
        look(page, "door");
        return page;
    }

    private void look(Page page, String name) {
        String language = (String) page.evaluate("document.documentElement.lang");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("workshop-" + name + "-" + language + ".png"))
                .setFullPage(true));
        if ((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
            complaints.add(name + ": the page is wider than the window");
        }
        new AxeBuilder(page)
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .forEach(rule -> rule.getNodes()
                        .forEach(node -> complaints.add(name + ": " + rule.getId() + ": " + node.getTarget() + " "
                                + node.getFailureSummary())));
    }

    private static BrowserContext context(String language) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale(language));
    }

    @Test
    void anEditorTightensAndProposesAStewardAdoptsEverybodyReads() throws IOException {
        try (BrowserContext mine = context("de");
                BrowserContext theirs = context("en")) {
            Page page = enter(mine, editor);
            page.navigate(address("/workshop/shapes"));
            look(page, "families");
            seeWhatIsCovered(page);
            page.navigate(address("/workshop/shapes/trees"));
            page.waitForSelector(".cm-content");
            look(page, "family");
            changeATerm(page);
            page.navigate(address("/workshop/shapes/trees"));
            page.waitForSelector(".cm-content");
            tighten(page);
            seeTheEffect(page);
            addAnExample(page);
            propose(page);
            assertThat(page.locator("form button[value=adopted]")).hasCount(0);
            String proposal = page.url();

            Page other = enter(theirs, steward);
            other.navigate(proposal);
            assertThat(other.locator(".difference .new")).not().hasCount(0);
            look(other, "proposal");
            other.locator("#text").fill("Good; 12 m suits the sample.");
            other.locator("form[action$=comments] button").click();
            other.locator("button[value=adopted]").click();
            assertThat(other.locator("#status")).hasText("adopted");
            look(other, "adopted");
        }
        for (String language : List.of("de", "en")) {
            read(language);
        }
        assertThat(complaints).isEmpty();
    }

    /// What no shape sees, how the results went, what the data propose.
    private void seeWhatIsCovered(Page page) {
        page.locator("a[href='/workshop/coverage/trees']").click();
        assertThat(page.locator("[aria-labelledby=properties]")).containsText("jmo:vitality");
        assertThat(page.locator("[aria-labelledby=trend]")).containsText("trees#SpeciesMissing");
        look(page, "coverage");
        page.navigate(address("/workshop/suggestions/trees"));
        assertThat(page.locator("form[action$='suggestions/trees'] button"))
                .not()
                .hasCount(0);
        look(page, "suggestions");
    }

    /// A label is changed; what changes and where it is used is told, and the draft is thrown away.
    private void changeATerm(Page page) {
        page.navigate(address("/workshop/vocabularies"));
        look(page, "vocabularies");
        page.getByText("green", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForSelector(".cm-content");
        assertThat(page.locator("#uses tr", new Page.LocatorOptions().setHasText("jmo:genus")))
                .containsText("shapes/trees/shapes.ttl");
        String text = (String) page.evaluate("document.querySelector('#text').value");
        replace(page, text.replace("\"Gattung\"@de", "\"Baumgattung\"@de"));
        assertThat(page.locator("[data-status]")).hasText("gespeichert");
        assertThat(page.locator("#term-effect tbody tr")).hasCount(1);
        assertThat(page.locator("#term-effect")).containsText("Texte");
        look(page, "term");
    }

    /// Changes the text in the editor: a mistake is marked at its line, then the limit is lowered.
    private void tighten(Page page) {
        String text = (String) page.evaluate("document.querySelector('#text').value");
        replace(page, text.replace("sh:maxInclusive 50 ;", "sh:maxInclusive 50"));
        assertThat(page.locator("#marks li")).not().hasCount(0);
        look(page, "marked");
        replace(page, text.replace("sh:maxInclusive 50 ;", "sh:maxInclusive 12 ;"));
        assertThat(page.locator("#marks li")).hasCount(0);
        assertThat(page.locator("[data-status]")).hasText("gespeichert");
        assertThat(page.locator("#changes .new")).hasCount(1);
        assertThat(page.locator(".lead")).hasText("Das ist der Entwurf, den alle gemeinsam bearbeiten.");
    }

    private static void replace(Page page, String text) {
        page.locator(".cm-content").click();
        page.keyboard().press("Control+A");
        page.keyboard().insertText(text);
    }

    private void seeTheEffect(Page page) {
        page.locator("[data-effect] button").click();
        assertThat(page.locator("#effect #sentence")).containsText("neue Ergebnisse");
        assertThat(page.locator("#effect #sentence").textContent()).matches("[1-9].*");
        assertThat(page.locator("#effect li")).not().hasCount(0);
        assertThat(page.locator("#effect li").first()).containsText("Feld baumhoehe");
        look(page, "effect");
        String origin = page.locator("#effect li a").nth(1).getAttribute("href");
        Page source = page.context().newPage();
        source.navigate(address(origin));
        assertThat(source.locator("main")).containsText("sample.csv");
        look(source, "origin");
        source.close();
    }

    private void addAnExample(Page page) throws IOException {
        String example = Files.readString(CHECKOUT.resolve("shapes/trees/invalid/trees.ttl"));
        String one = example.substring(0, example.indexOf("<https://data.jena.de/kos/tree-genus/tilia> a")) + """
                <https://data.jena.de/kos/tree-genus/tilia> a skos:Concept .
                <https://data.jena.de/kos/tree-species/tilia003> a skos:Concept .
                ex:high a jmo:UrbanTree , geo:Feature ; dct:identifier "high" ; jmo:treeHeight 13.0 ;
                  jmo:genus <https://data.jena.de/kos/tree-genus/tilia> ;
                  jmo:species <https://data.jena.de/kos/tree-species/tilia003> ;
                  jmo:withinDistrict <https://data.jena.de/id/statistical-district/62> ;
                  geo:hasDefaultGeometry ex:highg .
                ex:highg a geo:Geometry ; geo:asWKT "POINT(11.601 50.88)"^^geo:wktLiteral .
                [] a sh:ValidationReport ; sh:conforms false ; sh:result
                  [ sh:sourceShape jsh:HeightAboveLimit ; sh:focusNode ex:high ; sh:resultSeverity sh:Warning ] .
                """;
        page.locator("#part").fill("invalid/height.ttl");
        page.locator("form[method=get] button").last().click();
        page.waitForSelector(".cm-content");
        replace(page, one);
        assertThat(page.locator("[data-status]")).hasText("gespeichert");
        assertThat(page.locator("#examples .good")).hasCount(1);
        assertThat(page.locator("#parts")).containsText("invalid/height.ttl");
        look(page, "example");
    }

    private void propose(Page page) {
        page.locator("#note").fill("Bäume über 12 m werden geprüft.");
        page.locator("form[action$=proposals] button").click();
        page.waitForURL("**/workshop/proposals/*");
        assertThat(page.locator("#status")).hasText("offen");
        look(page, "proposed");
    }

    /// What everybody sees without signing in.
    private void read(String language) {
        try (BrowserContext anybody = context(language)) {
            Page page = anybody.newPage();
            page.navigate(address("/shapes"));
            look(page, "register");
            page.getByText("green", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#treeHeight")).containsText("xsd:decimal");
            look(page, "module");
            page.goBack();
            page.getByText("trees", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#HeightAboveLimit")).containsText("≤ 12");
            assertThat(page.locator("main .list")).containsText("Bäume über 12 m werden geprüft.");
            look(page, "released");
            String version = page.locator("main .list a").first().getAttribute("href");
            assertThat(page.request().get(address(version)).text()).contains("sh:maxInclusive 12");
            assertThat(page.request().get(address("/shapes/trees.csv")).text()).contains("treeHeight");
            assertThat(page.request().get(address("/shapes/trees.jsonld")).text())
                    .contains("https://data.jena.de/def/municipal#treeHeight");
        }
    }
}
