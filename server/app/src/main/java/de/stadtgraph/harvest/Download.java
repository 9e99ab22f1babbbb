package de.stadtgraph.harvest;

import de.stadtgraph.net.OutboundAnswer;
import de.stadtgraph.net.OutboundClient;
import de.stadtgraph.net.OutboundRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/// Fetches addresses for one source to files of one folder. One thread.
///
/// @param client asks only the hosts of the source's plan
/// @param folder where files arrive
record Download(OutboundClient client, Path folder) {

    /// An answer, which is read, and the file with its body.
    record Got(OutboundAnswer answer, Path file) {}

    /// Takes what an address gives; only 200 is good.
    Got get(URI address, String accept, String name) throws IOException, InterruptedException {
        Got got = ask(address, Map.of("Accept", accept), name);
        if (got.answer().status() != 200) {
            throw new IOException(address + ": answers " + got.answer().status() + ".");
        }
        return got;
    }

    /// Asks with headers of the caller's.
    Got ask(URI address, Map<String, String> headers, String name) throws IOException, InterruptedException {
        Path file = folder.resolve(safe(name));
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("Accept", "*/*");
        try (OutboundAnswer answer = client.send(OutboundRequest.get(address, all))) {
            if (answer.status() == 200) {
                Files.copy(answer.body(), file, StandardCopyOption.REPLACE_EXISTING);
            }
            return new Got(answer, file);
        } catch (IOException e) {
            throw new IOException(address + ": " + e.getMessage() + ".", e);
        }
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
