package de.stadtgraph.http;

import java.time.Duration;

/// All limits of HTTP in one place (`design: limits`). Immutable.
///
/// @param headerBytes request line and headers
/// @param bodyBytes body of a request, as it is sent and unpacked
/// @param bodyTime until a body is whole
/// @param idle without a byte
/// @param pieceTime for 64 KB of an answer
/// @param answerTime for a whole answer
/// @param connections at once
/// @param acceptQueue connections that wait to be taken
/// @param requests at once
/// @param suspended requests that wait
/// @param perSecond counted requests of a stranger in a second
/// @param burst counted requests of a stranger at once
/// @param stop time for requests to end when the server stops
public record HttpLimits(
        int headerBytes,
        long bodyBytes,
        Duration bodyTime,
        Duration idle,
        Duration pieceTime,
        Duration answerTime,
        int connections,
        int acceptQueue,
        int requests,
        int suspended,
        double perSecond,
        double burst,
        Duration stop) {

    public static final HttpLimits DEFAULT = new HttpLimits(
            16 << 10,
            4 << 20,
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofMinutes(30),
            2_000,
            128,
            1_000,
            1_024,
            50,
            500,
            Duration.ofSeconds(10));
}
