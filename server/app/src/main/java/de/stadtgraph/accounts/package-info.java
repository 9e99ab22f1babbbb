/// Who may do what: accounts of roles, their tokens as hashes, and the trail of what they decided.
///
/// Entry types: [Accounts], [Role].
/// It must not know HTTP, RDF or what an account works on.
@NullMarked
package de.stadtgraph.accounts;

import org.jspecify.annotations.NullMarked;
