package de.stadtgraph.http.workshop;

import de.stadtgraph.http.Frame;
import java.util.List;

/// Who is signed in and what there is to do. Immutable.
///
/// @param name name of the account
/// @param role name of its role
/// @param datasets what a steward answers for
/// @param editor whether drafts may be edited
/// @param admin whether the running queries may be seen
public record WorkshopPage(
        Frame frame, String name, String role, List<String> datasets, boolean admin, boolean editor) {
    public WorkshopPage {
        datasets = List.copyOf(datasets);
    }
}
