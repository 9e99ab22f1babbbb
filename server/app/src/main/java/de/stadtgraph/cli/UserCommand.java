package de.stadtgraph.cli;

import de.stadtgraph.accounts.Accounts;
import de.stadtgraph.accounts.Role;
import de.stadtgraph.accounts.StoredAccount;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `user`: accounts, on the machine only; nothing of it is reachable over HTTP.
@Command(
        name = "user",
        description = {
            "Accounts of readers, editors, stewards and admins.",
            "add NAME --role ROLE [--dataset SLUG]  adds one and prints its token once",
            "list                                   shows them",
            "revoke ID-OR-NAME                      ends a token at once"
        },
        synopsisSubcommandLabel = "(add | list | revoke)")
final class UserCommand implements Runnable {
    private final Desk desk;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    private UserCommand(Desk desk) {
        this.desk = desk;
    }

    static CommandLine of(Desk desk) {
        return new CommandLine(new UserCommand(desk))
                .addSubcommand("add", new Add(desk))
                .addSubcommand("list", new ListAll(desk))
                .addSubcommand("revoke", new Revoke(desk));
    }

    @Override
    public void run() {
        CommandLine.usage(of(desk), desk.terminal().out());
    }

    /// `user add`: a new token, shown once.
    @Command(
            name = "add",
            description = "Adds an account and prints its token once; nothing but a hash of it is kept. "
                    + "It is good for 180 days.")
    static final class Add extends DataCommand {
        @Parameters(paramLabel = "NAME", description = "Name of a function, for example geodaten-redaktion.")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "reader, editor, steward or admin.")
        private String role = "";

        @Option(
                names = "--dataset",
                paramLabel = "SLUG",
                split = ",",
                description = "Datasets that a steward answers for; repeatable.")
        private List<String> datasets = new ArrayList<>();

        Add(Desk desk) {
            super(desk);
        }

        @Override
        public Integer call() {
            Role wanted = Role.of(role)
                    .orElseThrow(() -> new ServerException(
                            ErrorCode.BAD_ARGUMENT,
                            "--role must be reader, editor, steward or admin, not " + role + "."));
            String token = server().accounts().add(name, wanted, new LinkedHashSet<>(datasets));
            desk.say(token);
            desk.note("This is the only time the token is shown. It is good for " + Accounts.TOKEN_DAYS + " days.");
            return 0;
        }
    }

    /// `user list`: who has an account.
    @Command(name = "list", description = "Lists accounts: id, name, role, datasets, expiry, last use.")
    static final class ListAll extends DataCommand {
        ListAll(Desk desk) {
            super(desk);
        }

        @Override
        public Integer call() {
            List<StoredAccount> accounts = server().accounts().list();
            if (accounts.isEmpty()) {
                desk.note("There is no account; ./stadtgraph user add makes one.");
            }
            accounts.forEach(account -> desk.say(line(account)));
            return 0;
        }

        private static String line(StoredAccount account) {
            String datasets = account.datasets().isEmpty() ? "" : " (" + String.join(", ", account.datasets()) + ")";
            String end = account.revoked() == null ? "until " + account.expires() : "revoked " + account.revoked();
            String use = account.lastUse() == null ? "never used" : "last used " + account.lastUse();
            return "%s  %-24s %-8s%s  %s, %s"
                    .formatted(account.id(), account.name(), account.role().word(), datasets, end, use);
        }
    }

    /// `user revoke`: a token ends at the next request.
    @Command(name = "revoke", description = "Revokes the token with this id, or all tokens of this name, at once.")
    static final class Revoke extends DataCommand {
        @Parameters(paramLabel = "ID-OR-NAME", description = "Id of the token or name of the account.")
        private String account = "";

        Revoke(Desk desk) {
            super(desk);
        }

        @Override
        public Integer call() {
            int revoked = server().accounts().revoke(account);
            if (revoked == 0) {
                throw new ServerException(
                        ErrorCode.BAD_ARGUMENT,
                        "No good token has the id or name " + account + "; ./stadtgraph user list shows them.");
            }
            desk.say(revoked + (revoked == 1 ? " token revoked" : " tokens revoked"));
            return 0;
        }
    }
}
