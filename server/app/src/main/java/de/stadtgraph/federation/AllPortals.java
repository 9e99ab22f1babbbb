package de.stadtgraph.federation;

import de.stadtgraph.problem.Text;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.sparql.engine.binding.Binding;
import org.eclipse.rdf4j.common.exception.RDF4JException;
import org.eclipse.rdf4j.federated.FedXConfig;
import org.eclipse.rdf4j.federated.FedXFactory;
import org.eclipse.rdf4j.federated.endpoint.Endpoint;
import org.eclipse.rdf4j.federated.endpoint.EndpointFactory;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.jspecify.annotations.Nullable;

/// All endpoints as one: FedX finds out who knows what, and joins over their borders. Begun with the first query.
/// Thread-safe.
final class AllPortals implements AutoCloseable {
    private final FederationRules rules;
    private final Function<String, Repository> repositories;
    private @Nullable Repository portals;

    AllPortals(FederationRules rules, Function<String, Repository> repositories) {
        this.rules = rules;
        this.repositories = repositories;
    }

    /// How a query is put to a repository.
    interface Asking {
        List<Binding> rows(Repository repository, String query) throws RemoteFailure;
    }

    /// @throws RemoteFailure when one of the portals does not answer; it tells which
    List<Binding> select(String query, Asking asking) throws RemoteFailure {
        try {
            return asking.rows(opened(), query);
        } catch (RDF4JException e) {
            List<String> silent =
                    rules.endpoints().stream().filter(each -> !answers(each)).toList();
            if (silent.isEmpty()) {
                throw Federation.failure("all portals", e);
            }
            String named = silent.stream().map(each -> "<" + each + ">").collect(Collectors.joining(", "));
            throw new RemoteFailure(
                    new Text("Es antwortet nicht: " + named + ".", "There is no answer from: " + named + "."), e);
        }
    }

    private boolean answers(String endpoint) {
        try (RepositoryConnection connection = repositories.apply(endpoint).getConnection()) {
            connection.prepareBooleanQuery(QueryLanguage.SPARQL, "ASK { }").evaluate();
            return true;
        } catch (RDF4JException e) {
            return false;
        }
    }

    private synchronized Repository opened() {
        Repository known = portals;
        if (known == null) {
            List<Endpoint> members = rules.endpoints().stream()
                    .map(each -> EndpointFactory.loadEndpoint(each, repositories.apply(each)))
                    .toList();
            var config = new FedXConfig()
                    .withEnforceMaxQueryTime((int) rules.limits().time().toSeconds());
            known = FedXFactory.newFederation()
                    .withMembers(members)
                    .withConfig(config)
                    .create();
            portals = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (portals != null) {
            portals.shutDown();
            portals = null;
        }
    }
}
