package de.stadtgraph.harvest;

import de.stadtgraph.net.OutboundClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Fetches addresses for one source, to files of one folder, under one allow-list. One thread.
///
/// @param hosts hosts that may be asked
/// @param folder where files arrive
record Download(OutboundClient client, Set<String> hosts, Path folder) {

    /// An answer and its body.
    record Got(OutboundClient.Answer answer, Path file) {}

    /// Takes what an address gives; only 200 is good.
    Got get(URI address, String accept, String name) throws IOException, InterruptedException {
        Got got = ask(address, Map.of("Accept", accept), name);
        if (got.answer().status() != 200) {
            throw new IOException(address + ": answers " + got.answer().status() + ".");
        }
        return got;
    }

    /// Asks whether an address changed since the validators of the last fetch.
    Got ask(URI address, Map<String, String> headers, String name) throws IOException, InterruptedException {
        Path file = folder.resolve(safe(name));
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("Accept", "*/*");
        return new Got(client.get(address, hosts, all, file), file);
    }

    /// A file's name without anything that leads out of the folder.
    static String safe(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "");
        return plain.isEmpty() ? "source" : plain.substring(0, Math.min(100, plain.length()));
    }

    /// The last segment of an address's path.
    static String name(URI address, String otherwise) {
        String path = String.valueOf(address.getPath());
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isBlank() ? otherwise : last;
    }
}
