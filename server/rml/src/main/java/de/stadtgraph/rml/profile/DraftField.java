package de.stadtgraph.rml.profile;

/// A field and what the draft makes of it.
///
/// @param index of the field
/// @param view name of the view's field
/// @param predicate IRI of the property
/// @param note what a person should know or decide; empty where nothing is open
/// @param open whether a person must decide before publication
record DraftField(
        int index, FieldProfile profile, FieldRole role, String view, String predicate, String note, boolean open) {

    boolean isMapped() {
        return !(role instanceof FieldRole.Dropped) && !(role instanceof FieldRole.North);
    }

    boolean hasSeveral() {
        return profile.several() > 1;
    }
}
