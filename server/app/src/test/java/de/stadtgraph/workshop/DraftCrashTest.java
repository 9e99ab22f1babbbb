package de.stadtgraph.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.Home;
import de.stadtgraph.cli.Commands;
import de.stadtgraph.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed while drafts are saved loses at most what it did not acknowledge; a draft is never half.
class DraftCrashTest {
    /// Each costs the start of a process, about 3 s on two busy cores.
    private static final int KILLS = Integer.getInteger("stadtgraph.kills", 4);

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:([0-9]+)/");
    private static final Pattern LAST = Pattern.compile("# end ([0-9]+)\n\\z");
    private static final String FILLER = "# what somebody types\n".repeat(3_000);

    @TempDir
    private Path work = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(Long.getLong("stadtgraph.seed", 1));
    private String token = "";
    private volatile long acknowledged;
    private long sent;

    @Test
    void aKilledServerKeepsEveryAcknowledgedDraftWhole() throws Exception {
        token = addEditor();
        String released = Files.readString(CHECKOUT.resolve("shapes/trees/shapes.ttl"));
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged = 0;
            Process server = start(kill);
            int port = port(server, kill);
            var killer = new Thread(() -> {
                while (acknowledged == 0 && server.isAlive()) {
                    pause(1);
                }
                pause(random.nextInt(200));
                server.destroyForcibly();
            });
            killer.start();
            saveUntilItDies(port, released);
            killer.join();
            server.waitFor();
            check(released);
        }
    }

    /// What is on the disk is the last acknowledged text, or the one that was being sent.
    private void check(String released) {
        var drafts = new Drafts(new ReleasedShapes(CHECKOUT.resolve("shapes")), work.resolve("data/workspace/shapes"));
        assertThat(acknowledged).as("saves before the kill").isPositive();
        String text = drafts.part("trees", Part.SHAPES).text();
        Matcher last = LAST.matcher(text);
        assertThat(text).startsWith(released);
        assertThat(last.find()).as("the text has its end").isTrue();
        long number = Long.parseLong(last.group(1));
        assertThat(number).isBetween(acknowledged, sent);
        assertThat(text).isEqualTo(text(released, number));
        assertThat(drafts.parts("trees").keySet()).extracting(Part::name).contains("valid/trees.ttl");
    }

    private static String text(String released, long number) {
        return released + "# save " + number + "\n" + FILLER + "# end " + number + "\n";
    }

    /// Saves one text after the other.
    private void saveUntilItDies(int port, String released) {
        try {
            String tag = tag(send(port, "GET", ""));
            while (true) {
                HttpResponse<String> saved = send(port, "PUT", text(released, ++sent), "If-Match", tag);
                assertThat(saved.statusCode()).as(saved.body()).isEqualTo(204);
                acknowledged = sent;
                tag = tag(saved);
            }
        } catch (IOException | InterruptedException _) {
            // the server is gone
        }
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> send(int port, String method, String text, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/workshop/shapes/trees/draft?part=shapes.ttl"))
                .method(method, text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/turtle");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String addEditor() {
        var out = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                false);
        String data = work.resolve("data").toString();
        assertThat(Commands.run(new Home(CHECKOUT), terminal, "user", "add", "e", "--role", "editor", "--data", data))
                .isZero();
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private Process start(int number) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dstadtgraph.home=" + CHECKOUT,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "de.stadtgraph.Main",
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        work.resolve("data").toString()))
                .redirectOutput(work.resolve("out-" + number + ".log").toFile())
                .redirectError(work.resolve("err-" + number + ".log").toFile())
                .start();
    }

    private int port(Process server, int number) throws IOException {
        for (int i = 0; i < 600 && server.isAlive(); i++) {
            Matcher address = ADDRESS.matcher(Files.readString(work.resolve("out-" + number + ".log")));
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
            pause(100);
        }
        throw new IllegalStateException("no server: " + Files.readString(work.resolve("err-" + number + ".log")));
    }
}
