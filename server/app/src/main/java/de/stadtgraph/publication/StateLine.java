package de.stadtgraph.publication;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One line of `states.log`: number, time, `dataset=release` for each dataset, and a digest of these. Stateless.
final class StateLine {
    private static final int DIGEST_BYTES = 8;

    private StateLine() {}

    static byte[] write(State state) {
        String releases = new TreeMap<>(state.releases())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
        String text = state.number() + "\t" + state.time() + "\t" + releases;
        return (text + "\t" + digest(text) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// The state of a line without its end; nothing if the line is not as it was written.
    static Optional<State> read(byte[] line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            int cut = text.lastIndexOf('\t');
            if (cut < 0 || !digest(text.substring(0, cut)).equals(text.substring(cut + 1))) {
                return Optional.empty();
            }
            String[] fields = text.substring(0, cut).split("\t", -1);
            return Optional.of(new State(Long.parseLong(fields[0]), Instant.parse(fields[1]), releases(fields[2])));
        } catch (CharacterCodingException | DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Long> releases(String text) {
        return text.isEmpty()
                ? Map.of()
                : Arrays.stream(text.split(" ", -1))
                        .map(entry -> entry.split("=", 2))
                        .collect(Collectors.toMap(entry -> entry[0], entry -> Long.valueOf(entry[1])));
    }

    private static String digest(String text) {
        byte[] digest = DurableFile.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    }
}
