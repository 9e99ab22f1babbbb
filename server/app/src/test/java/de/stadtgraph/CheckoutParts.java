package de.stadtgraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Copies parts of the checkout into the home of a test that changes them.
final class CheckoutParts {
    static final Path CHECKOUT = Path.of("../..");

    private CheckoutParts() {}

    /// @param parts folders of the checkout
    static void copy(Path home, String... parts) throws IOException {
        for (String part : parts) {
            try (Stream<Path> tree = Files.walk(CHECKOUT.resolve(part))) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    Path target = home.resolve(CHECKOUT.relativize(file).toString());
                    Files.createDirectories(target.resolveSibling(""));
                    Files.copy(file, target);
                }
            }
        }
    }
}
