package de.stadtgraph.http;

import de.stadtgraph.accounts.Account;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who is signed in with a browser: random ids in memory, eight hours each. Bounded; thread-safe.
///
/// A restart signs everybody out; nothing of a session is kept on disk.
public final class Sessions {
    /// How long a session lasts.
    public static final Duration LENGTH = Duration.ofHours(8);

    static final String COOKIE = "stadtgraph-session";
    private static final int MOST = 10_000;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    public Sessions(Clock clock) {
        this.clock = clock;
    }

    private record Session(String account, long ends) {}

    /// Begins a session and gives its id.
    synchronized String begin(Account account) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(id, new Session(account.id(), clock.millis() + LENGTH.toMillis()));
        return id;
    }

    /// The id of the account of a session that has not ended.
    synchronized Optional<String> account(String id) {
        Session session = sessions.get(id);
        if (session == null) {
            return Optional.empty();
        }
        if (session.ends < clock.millis()) {
            sessions.remove(id);
            return Optional.empty();
        }
        return Optional.of(session.account);
    }

    synchronized void end(String id) {
        sessions.remove(id);
    }
}
