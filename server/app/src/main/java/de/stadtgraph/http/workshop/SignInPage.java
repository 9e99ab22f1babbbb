package de.stadtgraph.http.workshop;

import de.stadtgraph.http.Frame;

/// The form for a token. Immutable.
///
/// @param refused whether a token was tried and is not good
public record SignInPage(Frame frame, boolean refused) {}
