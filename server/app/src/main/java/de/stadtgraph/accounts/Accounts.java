package de.stadtgraph.accounts;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The accounts of one data folder. There is none at first, and no password: an account is proved by its token.
///
/// A running server sees what the command line changes at the next request. Thread-safe.
public final class Accounts {
    /// Days for which a token is good.
    public static final int TOKEN_DAYS = 180;

    private static final String COMMAND_LINE = "command line";
    private static final String NAME = "[A-Za-z0-9ÄÖÜäöüß._ -]{1,64}";
    private static final String SLUG = "[a-z0-9-]{1,64}";

    /// Compared with when the id is unknown, so that an unknown id costs what a wrong secret costs.
    private static final String NOBODY = "0".repeat(64);

    private final AccountFile file;
    private final AuditTrail audit;
    private final FailedSignIns failures;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile Known known = new Known(AccountFile.Stamp.NONE, List.of());

    /// @param workspace the private part of the data folder
    public Accounts(Path workspace, Clock clock) {
        Path folder = workspace.resolve("accounts");
        this.file = new AccountFile(folder);
        this.audit = new AuditTrail(folder, clock);
        this.failures = new FailedSignIns(clock);
        this.clock = clock;
    }

    private record Known(AccountFile.Stamp stamp, List<StoredAccount> accounts) {}

    /// The trail of what accounts did.
    public AuditTrail audit() {
        return audit;
    }

    /// Adds an account.
    ///
    /// @param datasets what a steward answers for
    /// @return the token, to be shown once
    public String add(String name, Role role, Set<String> datasets) {
        if (!name.matches(NAME)) {
            throw bad("A name has 1 to 64 letters, digits, blanks or . _ -, not \"" + name + "\".");
        }
        datasets.stream().filter(slug -> !slug.matches(SLUG)).findFirst().ifPresent(slug -> {
            throw bad("\"" + slug + "\" is no name of a dataset.");
        });
        if (role == Role.STEWARD && datasets.isEmpty()) {
            throw bad("A steward answers for datasets: name them with --dataset.");
        }
        Token token = Token.random(random);
        LocalDate today = today();
        var account = new StoredAccount(
                token.id(), name, role, datasets, token.hash(), today, today.plusDays(TOKEN_DAYS), null, null);
        file.change(accounts -> {
            List<StoredAccount> more = new ArrayList<>(accounts);
            more.add(account);
            return more;
        });
        audit.add(COMMAND_LINE, "token added", Map.of("id", token.id(), "name", name, "role", role.word()));
        return token.text();
    }

    /// Revokes an account; its token is refused from the next request on.
    ///
    /// @param idOrName id of the token, or a name; all good tokens of a name are revoked
    /// @return how many were revoked
    public int revoke(String idOrName) {
        LocalDate today = today();
        List<String> revoked = new ArrayList<>();
        file.change(accounts -> accounts.stream()
                .map(account -> {
                    boolean meant =
                            account.id().equals(idOrName) || account.name().equals(idOrName);
                    if (!meant || account.revoked() != null) {
                        return account;
                    }
                    revoked.add(account.id());
                    return account.revokedOn(today);
                })
                .toList());
        revoked.forEach(id -> audit.add(COMMAND_LINE, "token revoked", Map.of("id", id)));
        return revoked.size();
    }

    /// All accounts, revoked and expired ones too.
    public List<StoredAccount> list() {
        return current();
    }

    /// The account of a token, if the token is good.
    ///
    /// @param address where it comes from
    /// @throws ServerException [ErrorCode#RATE_LIMITED] after ten wrong tokens a minute from there
    public Optional<Account> find(String token, String address) {
        if (failures.isTooMany(address)) {
            throw new ServerException(
                            ErrorCode.RATE_LIMITED,
                            new Text(
                                    "Zu viele falsche Token in einer Minute.",
                                    "Too many wrong tokens within a minute."))
                    .with("policy", "10 failures a minute");
        }
        Optional<Token> parsed = Token.parse(token);
        Optional<StoredAccount> stored = parsed.flatMap(each -> stored(each.id()));
        String hash = stored.map(StoredAccount::hash).orElse(NOBODY);
        boolean proved = parsed.isPresent() && parsed.get().hashesTo(hash);
        if (!proved || stored.isEmpty() || !stored.get().isGood(today())) {
            failures.add(address);
            return Optional.empty();
        }
        noteUse(stored.get());
        return Optional.of(stored.get().account());
    }

    /// The account with this id, if its token is still good.
    public Optional<Account> find(String id) {
        return stored(id).filter(account -> account.isGood(today())).map(StoredAccount::account);
    }

    private Optional<StoredAccount> stored(String id) {
        return current().stream().filter(account -> account.id().equals(id)).findFirst();
    }

    /// Only the day is kept, so the file changes once a day.
    private void noteUse(StoredAccount account) {
        LocalDate today = today();
        if (!today.equals(account.lastUse())) {
            file.change(accounts -> accounts.stream()
                    .map(each -> each.id().equals(account.id()) ? each.used(today) : each)
                    .toList());
        }
    }

    private List<StoredAccount> current() {
        AccountFile.Stamp stamp = file.stamp();
        Known now = known;
        if (!now.stamp.equals(stamp)) {
            now = new Known(stamp, file.read());
            known = now;
        }
        return now.accounts;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }

    private static ServerException bad(String sentence) {
        return new ServerException(ErrorCode.BAD_ARGUMENT, sentence);
    }
}
