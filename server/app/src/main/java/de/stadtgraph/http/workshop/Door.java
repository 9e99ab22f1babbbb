package de.stadtgraph.http.workshop;

import de.stadtgraph.accounts.Account;
import de.stadtgraph.accounts.Role;
import de.stadtgraph.http.Caller;
import de.stadtgraph.http.SignIn;
import de.stadtgraph.http.Visit;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/// Signing in with a token, signing out, and the first page of the workshop. Thread-safe.
final class Door {
    private final SignIn signIn;

    Door(SignIn signIn) {
        this.signIn = signIn;
    }

    void show(Visit visit) {
        Account account = Caller.of(visit.context()).known();
        List<String> datasets = account.datasets().stream().sorted().toList();
        var frame = visit.frame(visit.word("workshop.title"), "", List.of());
        String role = visit.word(word(account.role()));
        var page = new WorkshopPage(
                frame, account.name(), role, datasets, account.role() == Role.ADMIN, account.role() != Role.READER);
        visit.page("workshop", page, List.of());
    }

    private static String word(Role role) {
        return switch (role) {
            case READER -> "workshop.role.reader";
            case EDITOR -> "workshop.role.editor";
            case STEWARD -> "workshop.role.steward";
            case ADMIN -> "workshop.role.admin";
        };
    }

    void form(Visit visit) {
        page(visit, false);
    }

    /// Takes the token out of the form; it stands in no address and no log.
    void enter(Visit visit) {
        Context context = visit.context();
        String token = Optional.ofNullable(context.formParam("token")).orElse("");
        if (!signIn.begin(context, token)) {
            context.status(401);
            page(visit, true);
            return;
        }
        context.header("Location", "/workshop").status(303);
    }

    void leave(Context context) {
        signIn.end(context);
        context.header("Location", "/workshop/sign-in").status(303);
    }

    private static void page(Visit visit, boolean refused) {
        var frame = visit.frame(visit.word("workshop.signIn"), visit.word("workshop.title"), List.of());
        visit.page("sign-in", new SignInPage(frame, refused), List.of());
    }
}
