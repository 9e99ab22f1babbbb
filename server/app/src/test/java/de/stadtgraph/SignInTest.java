package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.accounts.Accounts;
import de.stadtgraph.accounts.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signing in with a browser, and what other sites cannot make it do (`W04` of the attack list).
class SignInTest {
    @TempDir
    static Path data;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Accounts accounts;
    private static String token = "";
    private static WebFront front;

    @BeforeAll
    static void start() {
        Server server = Server.of(new Home(Path.of("../..")), Config.DEFAULTS.with(null, null, 0), data);
        accounts = server.accounts();
        token = accounts.add("redaktion", Role.EDITOR, Set.of());
        front = server.serve();
    }

    @AfterAll
    static void stop() {
        front.close();
        CLIENT.close();
    }

    private static String origin() {
        return "http://127.0.0.1:" + front.port();
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(origin() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> signIn(String token, String origin) throws Exception {
        String form = "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return send(
                "POST",
                "/workshop/sign-in",
                form,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html",
                "Origin",
                origin);
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }

    @Test
    void aTokenOpensTheWorkshopAndSigningOutClosesIt() throws Exception {
        HttpResponse<String> form = send("GET", "/workshop/sign-in?lang=de", "", "Accept", "text/html");
        assertThat(form.body()).contains("type=\"password\"", "lang=\"de\"", "Anmelden");
        assertThat(form.headers().firstValue("Cache-Control")).contains("no-store");
        HttpResponse<String> entered = signIn(token, origin());
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().firstValue("Location")).contains("/workshop");
        assertThat(cookie(entered)).contains("HttpOnly", "SameSite=Strict", "Path=/workshop", "Max-Age=28800");
        String session = cookie(entered).split(";", 2)[0];
        assertThat(session).doesNotContain(token);
        assertThat(send("GET", "/workshop?lang=en", "", "Cookie", session, "Accept", "text/html")
                        .body())
                .contains("Signed in as redaktion, role: editor.");
        assertThat(send("GET", "/workshop/running", "", "Cookie", session).statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/workshop/sign-out", "", "Cookie", session, "Origin", origin())
                        .statusCode())
                .isEqualTo(303);
        assertThat(send("GET", "/workshop", "", "Cookie", session).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsWithItsToken() throws Exception {
        String other = accounts.add("aushilfe", Role.EDITOR, Set.of());
        String session = cookie(signIn(other, origin())).split(";", 2)[0];
        assertThat(send("GET", "/workshop", "", "Cookie", session).statusCode()).isEqualTo(200);
        accounts.revoke("aushilfe");
        assertThat(send("GET", "/workshop", "", "Cookie", session).statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongTokenIsRefusedWithTheForm() throws Exception {
        HttpResponse<String> answer = signIn("sg_nothing", origin());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("role=\"alert\"");
        assertThat(cookie(answer)).isEmpty();
        HttpResponse<String> api = send("GET", "/sparql", "", "Authorization", "Bearer sg_nothing");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void anotherSiteCannotWriteWithTheCookie() throws Exception {
        assertThat(signIn(token, "https://evil.example").statusCode()).isEqualTo(403);
        String session = cookie(signIn(token, origin())).split(";", 2)[0];
        for (String origin : new String[] {"https://evil.example", "null", "http://127.0.0.1:1"}) {
            HttpResponse<String> answer = send("POST", "/workshop/sign-out", "", "Cookie", session, "Origin", origin);
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
            assertThat(answer.headers().map()).doesNotContainKey("Access-Control-Allow-Origin");
        }
        assertThat(send("POST", "/workshop/sign-out", "x", "Cookie", session, "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> preflight = send(
                "OPTIONS",
                "/workshop/sign-out",
                "",
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization");
        assertThat(preflight.statusCode()).isEqualTo(403);
        assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        assertThat(send("GET", "/workshop", "", "Cookie", session).statusCode()).isEqualTo(200);
    }

    @Test
    void theCookieCountsInTheWorkshopOnly() throws Exception {
        String session = cookie(signIn(token, origin())).split(";", 2)[0];
        assertThat(send("GET", "/sparql", "", "Cookie", session).statusCode()).isEqualTo(200);
        assertThat(send("POST", "/workspace/x/sparql", "", "Cookie", session, "Origin", origin())
                        .statusCode())
                .isIn(401, 404);
    }
}
