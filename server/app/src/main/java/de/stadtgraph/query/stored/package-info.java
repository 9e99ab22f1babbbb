/// Stored queries: `.rq` files with a head that says what is asked, which parameters there are, what to expect.
///
/// Entry types: [StoredQueries], [StoredQuery].
/// It must not know the web front or where the files lie.
@NullMarked
package de.stadtgraph.query.stored;

import org.jspecify.annotations.NullMarked;
