/// Draft datasets of editors over SPARQL, Update and the Graph Store Protocol, run by the processors of Apache Jena
/// Fuseki behind our gate.
///
/// Entry type: [WorkspaceRoutes].
/// It must not know the other tabs, nor how a candidate is judged: it hands it in.
@NullMarked
package de.stadtgraph.http.workspace;

import org.jspecify.annotations.NullMarked;
