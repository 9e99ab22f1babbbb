package de.stadtgraph.workspace;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All draft datasets of a data folder, each a folder of its own. A few are in memory, those used last. Thread-safe.
public final class Workspaces implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final String MADE = ".made";
    private static final String GONE = ".gone";

    private final Path folder;
    private final WorkspaceLimits limits;
    private final Clock clock;
    private final Map<String, Workspace> open = new LinkedHashMap<>(16, 0.75f, true);

    /// @param folder the private part of the data folder
    public Workspaces(Path folder, WorkspaceLimits limits, Clock clock) {
        this.folder = folder.resolve("datasets");
        this.limits = limits;
        this.clock = clock;
        sweep();
    }

    public WorkspaceLimits limits() {
        return limits;
    }

    /// A draft in use; closing it says that it is not used any more.
    public final class Hold implements AutoCloseable {
        private final Workspace workspace;

        private Hold(Workspace workspace) {
            this.workspace = workspace;
        }

        public Workspace workspace() {
            return workspace;
        }

        @Override
        public void close() {
            release(workspace);
        }
    }

    /// All drafts, by name; one that cannot be read keeps no other from being seen.
    public synchronized List<About> list() {
        List<About> all = new ArrayList<>();
        for (Path each : folders()) {
            try {
                find(String.valueOf(each.getFileName())).ifPresent(all::add);
            } catch (ServerException e) {
                LOG.warn("{}", e.getMessage());
            }
        }
        return all;
    }

    /// What a draft is, if it is there; no other text than a name is looked up.
    public synchronized Optional<About> find(String name) {
        if (!NAME.matcher(name).matches() || !Files.isDirectory(folder.resolve(name))) {
            return Optional.empty();
        }
        try {
            return Optional.of(About.read(folder.resolve(name)));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /// Makes an empty draft.
    ///
    /// @throws ServerException [ErrorCode#NAME_TAKEN], or when the owner has too many
    public synchronized About create(String name, String owner) {
        if (!NAME.matcher(name).matches()) {
            throw new ServerException(
                            ErrorCode.BAD_REQUEST,
                            new Text(
                                    "Ein Name hat 1 bis 64 Zeichen aus a-z, 0-9 und -.",
                                    "A name has 1 to 64 characters of a-z, 0-9 and -."))
                    .with("parameter", "name");
        }
        if (find(name).isPresent()) {
            throw new ServerException(
                    ErrorCode.NAME_TAKEN, new Text("„" + name + "“ ist vergeben.", "\"" + name + "\" is taken."));
        }
        long has = list().stream().filter(each -> each.owner().equals(owner)).count();
        if (has >= limits.drafts()) {
            throw new ServerException(
                            ErrorCode.QUERY_OVER_BUDGET,
                            new Text(
                                    "Ein Konto hat höchstens " + limits.drafts() + " Entwürfe.",
                                    "An account has at most " + limits.drafts() + " drafts."))
                    .with("exceeded", "drafts")
                    .with("limit", limits.drafts());
        }
        About about = new About(name, owner, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        try {
            DurableFolder.make(folder);
            Path made = folder.resolve(name + MADE);
            DurableFolder.make(made);
            about.write(made);
            DurableFolder.move(folder, made, folder.resolve(name));
        } catch (IOException e) {
            throw unwritten(name, e);
        }
        return about;
    }

    /// Opens a draft that is there.
    public synchronized Hold open(String name) {
        Workspace workspace = open.get(name);
        if (workspace == null) {
            About about = find(name)
                    .orElseThrow(() -> new ServerException(
                            ErrorCode.NOT_FOUND, new Text("Diese Adresse gibt es nicht.", "No such address.")));
            try {
                workspace = Workspace.open(folder.resolve(name), about, limits);
            } catch (IOException e) {
                throw unreadable(name, e);
            }
            open.put(name, workspace);
        }
        workspace.hold();
        closeUnused(limits.open());
        return new Hold(workspace);
    }

    /// Removes a draft; one in use cannot be removed.
    public synchronized void delete(String name) {
        Workspace workspace = open.get(name);
        if (workspace != null && workspace.isHeld()) {
            throw new ServerException(
                    ErrorCode.OVERLOADED, new Text("Der Entwurf wird gerade benutzt.", "The draft is in use."));
        }
        if (workspace != null) {
            workspace.close();
            open.remove(name);
        }
        try {
            Path gone = folder.resolve(name + GONE);
            DurableFolder.move(folder, folder.resolve(name), gone);
            DurableFolder.remove(gone);
        } catch (IOException e) {
            throw unwritten(name, e);
        }
    }

    /// Closes all; none may be in use.
    @Override
    public synchronized void close() {
        open.values().forEach(Workspace::close);
        open.clear();
    }

    private synchronized void release(Workspace workspace) {
        workspace.release();
        closeUnused(limits.open());
    }

    /// Closes those that were not used for the longest time, until no more than so many are in memory.
    private void closeUnused(int most) {
        var each = open.values().iterator();
        while (open.size() > most && each.hasNext()) {
            Workspace workspace = each.next();
            if (!workspace.isHeld()) {
                workspace.close();
                each.remove();
            }
        }
    }

    /// Removes what a crash left half made or half removed.
    private void sweep() {
        try {
            for (Path each : folders()) {
                String name = String.valueOf(each.getFileName());
                if (name.endsWith(MADE) || name.endsWith(GONE)) {
                    DurableFolder.remove(each);
                }
            }
        } catch (IOException e) {
            throw unwritten("datasets", e);
        }
    }

    private List<Path> folders() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw unreadable("datasets", e);
        }
    }

    private static ServerException unreadable(String name, IOException e) {
        return new ServerException(
                ErrorCode.SOURCE_UNREADABLE, "The draft " + name + " cannot be read: " + e.getMessage() + ".", e);
    }

    private static ServerException unwritten(String name, IOException e) {
        return new ServerException(
                ErrorCode.STORAGE_FULL, "The draft " + name + " cannot be written: " + e.getMessage() + ".", e);
    }
}
