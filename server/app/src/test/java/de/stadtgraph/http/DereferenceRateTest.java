package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How many documents a second eight clients get, each on a connection that stays open; the slowest of a hundred is
/// printed. Runs at night and by hand: a busy machine says nothing.
@Tag("nightly")
class DereferenceRateTest {
    private static final int CLIENTS = 8;
    private static final long SECONDS = 5;
    private static final List<String> PATHS = List.of(
            "/doc/tree/1_28822",
            "/doc/tree/1_28823",
            "/doc/tree/1_28824",
            "/doc/statistical-district/62",
            "/doc/kos/tree-genus/tilia",
            "/doc/kos/tree-genus/acer");

    @Test
    void eightClientsGetTwoThousandDocumentsASecond() throws Exception {
        try (var running = new Running(Everything::of);
                var threads = Executors.newFixedThreadPool(CLIENTS)) {
            round(running.port(), threads::invokeAll);
            long[] micros = round(running.port(), threads::invokeAll);
            long rate = micros.length / SECONDS;
            System.out.println("dereference: " + rate + " requests/s with " + CLIENTS + " clients, p50 "
                    + micros[micros.length / 2] + " µs, p99 " + micros[micros.length * 99 / 100] + " µs");
            assertThat(rate).isGreaterThanOrEqualTo(2000);
        }
    }

    private interface Pool {
        List<java.util.concurrent.Future<List<Long>>> run(List<Callable<List<Long>>> clients)
                throws InterruptedException;
    }

    private static long[] round(int port, Pool pool) throws Exception {
        long end = System.nanoTime() + SECONDS * 1_000_000_000;
        List<Callable<List<Long>>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int first = client;
            clients.add(() -> client(port, first, end));
        }
        List<Long> all = new ArrayList<>();
        for (var done : pool.run(clients)) {
            all.addAll(done.get());
        }
        long[] micros = all.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(micros);
        return micros;
    }

    private static List<Long> client(int port, int first, long end) throws IOException {
        List<Long> micros = new ArrayList<>();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            for (int next = first; System.nanoTime() < end; next++) {
                long begun = System.nanoTime();
                String path = PATHS.get(next % PATHS.size());
                out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/turtle\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                answer(in);
                micros.add((System.nanoTime() - begun) / 1000);
            }
        }
        return micros;
    }

    /// Reads one answer; its length is in its header.
    private static void answer(InputStream in) throws IOException {
        String status = line(in);
        assertThat(status).startsWith("HTTP/1.1 200");
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            }
        }
        assertThat(in.readNBytes((int) length)).hasSize((int) length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new IOException("the connection ended");
            }
            if (each != '\r') {
                line.append((char) each);
            }
        }
        return line.toString();
    }
}
