package de.stadtgraph.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Sockets on this machine that count who comes: nobody should.
final class Listeners implements AutoCloseable {
    private final List<ServerSocket> sockets = new ArrayList<>();
    private final AtomicInteger hits = new AtomicInteger();

    Listeners() throws IOException {
        listen(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        try {
            listen(InetAddress.ofLiteral("::1"));
        } catch (IOException noSixHere) {
            listen(InetAddress.getLoopbackAddress());
        }
    }

    private void listen(InetAddress address) throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, address);
        sockets.add(socket);
        Thread.ofPlatform().daemon().start(() -> {
            while (!socket.isClosed()) {
                try {
                    socket.accept().close();
                    hits.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    /// IRIs that lead to this machine, or out of the web.
    List<String> targets() {
        int four = sockets.get(0).getLocalPort();
        int six = sockets.get(1).getLocalPort();
        return List.of(
                "http://127.0.0.1:" + four + "/x",
                "http://localhost:" + four + "/x",
                "http://2130706433:" + four + "/x",
                "http://0x7f000001:" + four + "/x",
                "http://0177.0.0.1:" + four + "/x",
                "http://[::1]:" + six + "/x",
                "http://[::ffff:127.0.0.1]:" + four + "/x",
                "http://127.1:" + four + "/x",
                "http://10.0.0.1/x",
                "http://169.254.169.254/latest/meta-data",
                "http://rebinding.example:" + four + "/x",
                "https://user@127.0.0.1:" + four + "/x",
                "file:///etc/passwd",
                "jar:file:///etc/passwd!/x",
                "ftp://127.0.0.1:" + four + "/x");
    }

    int hits() {
        return hits.get();
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket socket : sockets) {
            socket.close();
        }
    }
}
