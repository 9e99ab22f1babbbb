package de.stadtgraph.http.workspace;

import de.stadtgraph.accounts.Account;
import de.stadtgraph.accounts.Role;
import de.stadtgraph.http.Caller;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workspace.About;
import de.stadtgraph.workspace.Workspaces;
import io.javalin.http.Context;
import java.util.List;

/// Who may see and change which draft: its owner both, stewards see all. For everybody else it is not there.
/// Thread-safe.
final class VisibleDrafts {
    private final Workspaces workspaces;

    VisibleDrafts(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    Workspaces workspaces() {
        return workspaces;
    }

    List<About> list(Account account) {
        return workspaces.list().stream().filter(about -> sees(account, about)).toList();
    }

    /// The draft that the address names, to be read.
    Workspaces.Hold toRead(Context context) {
        return workspaces.open(seen(context).name());
    }

    /// The draft that the address names, to be changed.
    Workspaces.Hold toChange(Context context) {
        return workspaces.open(owned(context).name());
    }

    /// The draft that the address names, which its caller owns.
    About owned(Context context) {
        About about = seen(context);
        if (!isOwner(Caller.of(context).known(), about)) {
            throw new ServerException(
                    ErrorCode.FORBIDDEN,
                    new Text(
                            "Nur wer den Entwurf angelegt hat, ändert ihn.", "Only who made the draft may change it."));
        }
        return about;
    }

    private About seen(Context context) {
        Account account = Caller.of(context).known();
        return workspaces
                .find(context.pathParam("name"))
                .filter(about -> sees(account, about))
                .orElseThrow(() -> new ServerException(
                        ErrorCode.NOT_FOUND, new Text("Diese Adresse gibt es nicht.", "No such address.")));
    }

    private static boolean sees(Account account, About about) {
        return isOwner(account, about) || account.role() == Role.STEWARD;
    }

    private static boolean isOwner(Account account, About about) {
        return about.owner().equals(account.name());
    }
}
