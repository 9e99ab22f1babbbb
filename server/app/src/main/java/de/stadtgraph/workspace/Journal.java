package de.stadtgraph.workspace;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A draft on disk: `draft-N.nq`, all statements at one time, and `changes-N.log`, every transaction since, each synced
/// before it is acknowledged. A new pair is written beside the old one, which stays until the next. One writer, which
/// has the folder's lock.
///
/// What a crash leaves of a transaction that nobody was told of is cut off when the draft is opened again.
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final Pattern DRAFT = Pattern.compile("draft-([0-9]{1,9})\\.nq");

    private final Path folder;
    private final long longBytes;
    private long number;
    private FileChannel log;
    private boolean broken;

    private Journal(Path folder, long longBytes, long number, FileChannel log) {
        this.folder = folder;
        this.longBytes = longBytes;
        this.number = number;
        this.log = log;
    }

    /// Reads what is there into memory, and opens the log for more.
    static Journal open(Path folder, long longBytes, DraftGraphs into) {
        try {
            long number = newest(folder);
            if (number > 0) {
                Checked.read(draft(folder, number), into);
            }
            FileChannel log = FileChannel.open(
                    log(folder, number), StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            log.truncate(replay(log(folder, number), into));
            log.position(log.size());
            removeOthers(folder, number);
            return new Journal(folder, longBytes, number, log);
        } catch (IOException e) {
            throw new ServerException(
                    ErrorCode.SOURCE_UNREADABLE, folder + ": the draft cannot be read: " + e.getMessage(), e);
        } catch (RiotException e) {
            throw new ServerException(
                    ErrorCode.RELEASE_DAMAGED, folder + ": the draft is damaged: " + e.getMessage(), e);
        }
    }

    /// Puts the changes of a transaction on disk.
    ///
    /// @throws ServerException when they cannot be written; then nothing of them is there
    void append(Changes changes) {
        requireWhole();
        Frame frame = Frame.of(changes);
        long before = 0;
        try {
            before = log.position();
            frame.write(log);
            log.force(false);
        } catch (IOException e) {
            cut(before);
            throw unwritten(e);
        }
    }

    /// Whether the log is so long that the draft should be written anew.
    boolean isLong() {
        try {
            return log.position() > longBytes;
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /// Writes all statements anew and begins an empty log. A failure leaves things as they were: what was acknowledged
    /// is in the old log.
    void renew(Iterator<Quad> all) {
        long next = number + 1;
        Path beside = folder.resolve("draft.tmp");
        try {
            try (FileChannel channel = FileChannel.open(
                            beside,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                Checked.write(all, out);
                out.flush();
                channel.force(true);
            }
            FileChannel fresh = FileChannel.open(
                    log(folder, next),
                    StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(beside, draft(folder, next), StandardCopyOption.ATOMIC_MOVE);
            DurableFolder.sync(folder);
            log.close();
            log = fresh;
            number = next;
            removeOthers(folder, next);
        } catch (IOException e) {
            LOG.warn("{}: the draft is not written anew", folder, e);
        }
    }

    @Override
    public void close() {
        try {
            log.close();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /// Half a transaction must not be followed by a whole one.
    private void cut(long size) {
        try {
            log.truncate(size);
            log.position(size);
            log.force(false);
        } catch (IOException _) {
            broken = true;
        }
    }

    private void requireWhole() {
        if (broken) {
            throw new ServerException(
                    ErrorCode.STORAGE_FULL,
                    new Text(
                            "Der Entwurf ist seit einem Schreibfehler nur noch lesbar.",
                            "Since a write failed the draft can only be read."));
        }
    }

    private static ServerException unwritten(IOException e) {
        return new ServerException(
                ErrorCode.STORAGE_FULL,
                new Text("Der Entwurf kann nicht gespeichert werden.", "The draft cannot be saved."),
                e);
    }

    /// @return size of the log up to the end of its last whole transaction
    private static long replay(Path file, DraftGraphs into) throws IOException {
        long whole = 0;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long size = Files.size(file);
            for (Frame frame = Frame.read(bytes, size); frame != null; frame = Frame.read(bytes, size - whole)) {
                frame.deleted().forEach(into::delete);
                frame.added().forEach(into::add);
                whole += frame.size();
            }
        }
        return whole;
    }

    private static long newest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(Journal::number).max().orElse(0);
        }
    }

    /// Number of a file of all statements, 0 for another file.
    private static long number(Path file) {
        Matcher name = DRAFT.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    /// Keeps the pair before too: a backup may be reading it.
    private static void removeOthers(Path folder, long number) throws IOException {
        List<Path> kept =
                List.of(draft(folder, number), log(folder, number), draft(folder, number - 1), log(folder, number - 1));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(
                            each -> String.valueOf(each.getFileName()).matches("draft.*\\.(nq|tmp)|changes-.*\\.log"))
                    .filter(each -> !kept.contains(each))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path draft(Path folder, long number) {
        return folder.resolve("draft-" + number + ".nq");
    }

    private static Path log(Path folder, long number) {
        return folder.resolve("changes-" + number + ".log");
    }
}
