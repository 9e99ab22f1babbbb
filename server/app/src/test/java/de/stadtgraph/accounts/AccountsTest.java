package de.stadtgraph.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
    private static final Instant START = Instant.parse("2026-11-26T10:00:00Z");
    private static final String HERE = "192.0.2.1";

    @TempDir
    Path workspace;

    private Accounts accounts;

    @BeforeEach
    void open() {
        accounts = at(START);
    }

    private Accounts at(Instant time) {
        return new Accounts(workspace, Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void thereIsNoAccountAtFirst() {
        assertThat(accounts.list()).isEmpty();
        assertThat(accounts.find("", HERE)).isEmpty();
        assertThat(accounts.find("sg_aaaaaaaa_" + "A".repeat(43), HERE)).isEmpty();
    }

    @Test
    void aTokenProvesItsAccountAndIsKeptAsAHashOnly() throws IOException {
        String token = accounts.add("baum-redaktion", Role.STEWARD, Set.of("trees"));
        assertThat(token).matches("sg_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
        Account account = accounts.find(token, HERE).orElseThrow();
        assertThat(account.name()).isEqualTo("baum-redaktion");
        assertThat(account.role()).isEqualTo(Role.STEWARD);
        assertThat(account.owns("trees")).isTrue();
        assertThat(account.owns("areas")).isFalse();
        String secret = token.substring(token.lastIndexOf(account.id()) + 9);
        try (Stream<Path> files = Files.walk(workspace)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(secret);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isIn("rw-------", "rw-r--r--");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.resolve("accounts"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aWrongSecretOfAKnownIdIsRefused() {
        String token = accounts.add("leserin", Role.READER, Set.of());
        String wrong = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
        assertThat(accounts.find(wrong, HERE)).isEmpty();
        assertThat(accounts.find(token + "x", HERE)).isEmpty();
    }

    @Test
    void aRevokedTokenIsRefusedAtTheNextRequestOfAnotherProcess() {
        String token = accounts.add("redaktion", Role.EDITOR, Set.of());
        Accounts server = at(START);
        assertThat(server.find(token, HERE)).isPresent();
        assertThat(accounts.revoke("redaktion")).isEqualTo(1);
        assertThat(accounts.revoke("redaktion")).isZero();
        assertThat(server.find(token, HERE)).isEmpty();
        assertThat(server.list()).singleElement().satisfies(each -> assertThat(each.revoked())
                .isNotNull());
    }

    @Test
    void aTokenEndsAfterHalfAYear() {
        String token = accounts.add("redaktion", Role.EDITOR, Set.of());
        assertThat(at(START.plus(Duration.ofDays(179))).find(token, HERE)).isPresent();
        assertThat(at(START.plus(Duration.ofDays(180))).find(token, HERE)).isEmpty();
    }

    @Test
    void afterTenWrongTokensAnAddressWaits() {
        String token = accounts.add("leserin", Role.READER, Set.of());
        for (int i = 0; i < 10; i++) {
            assertThat(accounts.find("sg_wrong", HERE)).isEmpty();
        }
        assertThatThrownBy(() -> accounts.find(token, HERE))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED));
        assertThat(accounts.find(token, "192.0.2.2")).isPresent();
    }

    @Test
    void whatChangesAccountsStandsInTheTrail() {
        String token = accounts.add("redaktion", Role.EDITOR, Set.of());
        accounts.revoke("redaktion");
        assertThat(accounts.audit().lines()).hasSize(2);
        assertThat(accounts.audit().lines().getFirst())
                .contains("\"what\":\"token added\"", "\"role\":\"editor\"", "2026-11-26T10:00:00Z");
        assertThat(accounts.audit().lines()).noneMatch(line -> line.contains(token.substring(12)));
    }

    @Test
    void aNameOrDatasetThatIsNoneIsRefused() {
        assertThatThrownBy(() -> accounts.add("a\nb", Role.READER, Set.of())).hasMessageContaining("name");
        assertThatThrownBy(() -> accounts.add("x", Role.STEWARD, Set.of("../x")))
                .hasMessageContaining("dataset");
        assertThatThrownBy(() -> accounts.add("x", Role.STEWARD, Set.of())).hasMessageContaining("--dataset");
    }
}
