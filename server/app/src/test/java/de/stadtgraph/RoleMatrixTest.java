package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.accounts.Role;
import de.stadtgraph.http.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every role and every route of a running server: who may, and who may not (`E03` of the attack list). A new route
/// that is not for everybody fails here until its row is written.
class RoleMatrixTest {
    /// Routes that are not for everybody, by method and path; all others are.
    private static final Map<String, Set<Role>> ROWS = rows();

    private static Map<String, Set<Role>> rows() {
        Map<String, Set<Role>> rows = new HashMap<>();
        rows.put("GET /workshop", Set.of(Role.READER, Role.EDITOR, Role.STEWARD, Role.ADMIN));
        rows.put("POST /workshop/sign-out", Set.of(Role.READER, Role.EDITOR, Role.STEWARD, Role.ADMIN));
        rows.put("GET /workshop/running", Set.of(Role.ADMIN));
        rows.put("POST /workshop/running/{id}", Set.of(Role.ADMIN));
        rows.put("DELETE /workshop/running/{id}", Set.of(Role.ADMIN));
        for (String route : List.of(
                "GET /workshop/shapes",
                "GET /workshop/shapes/{family}",
                "POST /workshop/shapes/{family}",
                "GET /workshop/shapes/{family}/draft",
                "PUT /workshop/shapes/{family}/draft",
                "DELETE /workshop/shapes/{family}/draft",
                "GET /workshop/shapes/{family}/marks",
                "POST /workshop/shapes/{family}/marks",
                "GET /workshop/terms",
                "DELETE /workshop/previews/{id}",
                "POST /workshop/shapes/{family}/preview",
                "POST /workshop/shapes/{family}/proposals",
                "GET /workshop/vocabularies",
                "GET /workshop/vocabularies/{family}",
                "POST /workshop/vocabularies/{family}",
                "GET /workshop/vocabularies/{family}/draft",
                "PUT /workshop/vocabularies/{family}/draft",
                "DELETE /workshop/vocabularies/{family}/draft",
                "GET /workshop/vocabularies/{family}/marks",
                "POST /workshop/vocabularies/{family}/marks",
                "POST /workshop/vocabularies/{family}/proposals",
                "GET /workshop/suggestions/{dataset}",
                "POST /workshop/suggestions/{dataset}",
                "GET /workshop/coverage/{dataset}",
                "GET /workshop/proposals/{number}",
                "POST /workshop/proposals/{number}/comments",
                "POST /workshop/proposals/{number}/decision",
                "GET /workspace",
                "PUT /workspace/{name}",
                "DELETE /workspace/{name}",
                "GET /workspace/{name}",
                "GET /workspace/{name}/sparql",
                "POST /workspace/{name}/sparql",
                "GET /workspace/{name}/data",
                "PUT /workspace/{name}/data",
                "POST /workspace/{name}/data",
                "DELETE /workspace/{name}/data",
                "GET /workspace/{name}/candidate",
                "POST /workspace/{name}/candidate")) {
            rows.put(route, Set.of(Role.EDITOR, Role.STEWARD, Role.ADMIN));
        }
        return rows;
    }

    @TempDir
    static Path data;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);
    private static WebFront front;

    @BeforeAll
    static void start() {
        Server server = Server.of(new Home(Path.of("../..")), Config.DEFAULTS.with(null, null, 0), data);
        for (Role role : Role.values()) {
            TOKENS.put(role, server.accounts().add(role.word(), role, Set.of("trees")));
        }
        front = server.serve();
    }

    @AfterAll
    static void stop() {
        front.close();
        CLIENT.close();
    }

    @Test
    void everyRowIsOfARouteAndNothingOfTheWorkshopIsOpenButTheDoor() {
        Set<String> routes = new TreeSet<>();
        for (Route route : front.routes().list()) {
            String row = route.method() + " " + route.path();
            routes.add(row);
            boolean privatePart = route.path().matches("/(workshop|workspace)(/.*)?");
            assertThat(!ROWS.containsKey(row))
                    .as(row)
                    .isEqualTo(!privatePart || route.path().equals("/workshop/sign-in"));
        }
        assertThat(routes).containsAll(ROWS.keySet());
    }

    @Test
    void eachRoleMayWhatItsRowSays() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        for (Route route : front.routes().list()) {
            String row = route.method() + " " + route.path();
            Set<Role> allowed = ROWS.getOrDefault(row, Set.of(Role.values()));
            String stranger = refusal(route, Optional.empty());
            if (!stranger.equals(ROWS.containsKey(row) ? "unauthenticated" : "")) {
                wrong.put(row + " as nobody", stranger);
            }
            for (Role role : Role.values()) {
                String refusal = refusal(route, Optional.of(role));
                if (!refusal.equals(allowed.contains(role) ? "" : "forbidden")) {
                    wrong.put(row + " as " + role, refusal);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// The code of a refusal, empty when the route was reached.
    private static String refusal(Route route, Optional<Role> role) throws IOException, InterruptedException {
        String path = route.path().replaceAll("[{<][^}>]+[}>]", "0000000000000000");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + path))
                .method(route.method().name(), HttpRequest.BodyPublishers.noBody())
                .header("Accept", "application/json, text/html;q=0.1, */*;q=0.1")
                .header("Origin", "http://127.0.0.1:" + front.port());
        role.ifPresent(each -> request.header("Authorization", "Bearer " + TOKENS.get(each)));
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(route + " " + role).isNotEqualTo(500);
        for (String code : Set.of("unauthenticated", "forbidden")) {
            if (answer.body().contains("\"code\":\"" + code + "\"")) {
                return code;
            }
        }
        return "";
    }
}
