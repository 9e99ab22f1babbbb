package de.stadtgraph.federation;

import de.stadtgraph.net.OutboundClient;
import de.stadtgraph.net.OutboundRules;
import de.stadtgraph.problem.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.sparql.engine.binding.Binding;
import org.eclipse.rdf4j.common.exception.RDF4JException;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.jspecify.annotations.Nullable;

/// The SPARQL endpoints of other portals that queries may ask, one by one or all together (SPARQL 1.1 Federated Query).
///
/// An answer is whole or a [RemoteFailure]: never cut at a limit. Thread-safe.
public final class Federation implements AutoCloseable {
    /// What a relayed request says of itself; one that says it already is not relayed again.
    public static final String VIA = "1.1 stadtgraph";

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final FederationRules rules;
    private final String together;
    private final SortedSet<String> allowed;
    private final AllPortals all;
    private final Map<String, Repository> repositories = new ConcurrentHashMap<>();
    private @Nullable OutboundClient outbound;

    /// @param base base of the city's IRIs; `{base}federation` names all endpoints together
    public Federation(FederationRules rules, String base) {
        this.rules = rules;
        this.together = base + "federation";
        this.allowed = allowed(rules, together);
        this.all = new AllPortals(rules, this::repository);
    }

    /// Nobody is asked.
    public static Federation none() {
        return new Federation(FederationRules.none(), "");
    }

    /// IRIs that a query may name after SERVICE; none when no endpoint is configured.
    public SortedSet<String> allowed() {
        return allowed;
    }

    private static SortedSet<String> allowed(FederationRules rules, String together) {
        SortedSet<String> allowed = new TreeSet<>(rules.endpoints());
        if (!allowed.isEmpty()) {
            allowed.add(together);
        }
        return Collections.unmodifiableSortedSet(allowed);
    }

    /// Asks an endpoint, or all of them together, and waits for the whole answer.
    ///
    /// @param endpoint one of those that are allowed
    /// @param query a SELECT
    /// @throws RemoteFailure when it does not answer, says that it cannot, or answers with more than is taken
    public List<Binding> select(String endpoint, String query) throws RemoteFailure {
        if (!allowed.contains(endpoint)) {
            throw new IllegalArgumentException(endpoint + " is not allowed");
        }
        if (endpoint.equals(together)) {
            return all.select(query, this::rows);
        }
        try {
            return rows(repository(endpoint), query);
        } catch (RDF4JException e) {
            throw failure(endpoint, e);
        }
    }

    /// One for each endpoint: it has threads of its own.
    private Repository repository(String endpoint) {
        return repositories.computeIfAbsent(endpoint, this::opened);
    }

    private Repository opened(String endpoint) {
        var repository = new SPARQLRepository(endpoint);
        repository.setHttpClient(new RelayingClient(outbound()));
        return repository;
    }

    private synchronized OutboundClient outbound() {
        OutboundClient known = outbound;
        if (known == null) {
            FederationRules.Limits limits = rules.limits();
            known = new OutboundClient(new OutboundRules(
                    rules.hosts(), rules.privateHosts(), CONNECT, limits.time(), limits.bytes(), rules.userAgent()));
            outbound = known;
        }
        return known;
    }

    private List<Binding> rows(Repository repository, String query) throws RemoteFailure {
        FederationRules.Limits limits = rules.limits();
        List<Binding> rows = new ArrayList<>();
        var terms = new RemoteRows();
        try (RepositoryConnection connection = repository.getConnection()) {
            TupleQuery prepared = connection.prepareTupleQuery(QueryLanguage.SPARQL, query);
            prepared.setMaxExecutionTime((int) limits.time().toSeconds());
            try (TupleQueryResult result = prepared.evaluate()) {
                while (result.hasNext()) {
                    if (rows.size() == limits.rows()) {
                        throw new RemoteFailure(
                                new Text(
                                        "Ein anderes Portal antwortete mit mehr als " + limits.rows() + " Zeilen.",
                                        "Another portal answered with more than " + limits.rows() + " rows."),
                                null);
                    }
                    rows.add(terms.row(result.next()));
                }
            }
        }
        return rows;
    }

    static RemoteFailure failure(String endpoint, RDF4JException cause) {
        String said = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
        String first = said.length() > 200 ? said.substring(0, 200) + " …" : said;
        return new RemoteFailure(
                new Text(
                        "<" + endpoint + "> gab keine ganze Antwort: " + first,
                        "<" + endpoint + "> gave no whole answer: " + first),
                cause);
    }

    @Override
    public synchronized void close() {
        all.close();
        repositories.values().forEach(Repository::shutDown);
        repositories.clear();
        if (outbound != null) {
            outbound.close();
            outbound = null;
        }
    }
}
