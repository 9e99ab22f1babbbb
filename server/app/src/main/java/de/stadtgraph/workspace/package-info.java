/// Drafts of datasets that editors change: in memory while they are used, on disk in all they acknowledged.
///
/// Entry type: [Workspaces].
/// It must not know what is published, nor who may see which draft.
@NullMarked
package de.stadtgraph.workspace;

import org.jspecify.annotations.NullMarked;
