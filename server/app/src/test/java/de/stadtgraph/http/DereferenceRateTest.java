package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

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

    /// After these rounds the virtual machine has compiled what a server that runs for a minute has compiled.
    private static final int WARMING_ROUNDS = 4;
    private static final List<String> PATHS = List.of(
            "/doc/tree/1_28822",
            "/doc/tree/1_28823",
            "/doc/tree/1_28824",
            "/doc/statistical-district/62",
            "/doc/kos/tree-genus/tilia",
            "/doc/kos/tree-genus/acer");
    private static final List<byte[]> REQUESTS = PATHS.stream()
            .map(path -> "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/turtle\r\n\r\n")
            .map(request -> request.getBytes(StandardCharsets.US_ASCII))
            .toList();
    private static final String LENGTH = "\r\nContent-Length: ";
    private static final int MOST_BYTES = 1 << 18;

    @Test
    void eightClientsGetTwoThousandDocumentsASecond() throws Exception {
        try (var running = new Running(Everything::of);
                var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int round = 0; round < WARMING_ROUNDS; round++) {
                round(running.port(), threads::invokeAll);
            }
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
        byte[] buffer = new byte[MOST_BYTES];
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            for (int next = first; System.nanoTime() < end; next++) {
                long begun = System.nanoTime();
                out.write(REQUESTS.get(next % REQUESTS.size()));
                readAnswer(in, buffer);
                micros.add((System.nanoTime() - begun) / 1000);
            }
        }
        return micros;
    }

    /// Reads one whole answer; its length is in its header. The machine is to be busy with the server, so little is
    /// done.
    private static void readAnswer(InputStream in, byte[] buffer) throws IOException {
        int read = 0;
        int whole = Integer.MAX_VALUE;
        while (read < whole) {
            int more = in.read(buffer, read, buffer.length - read);
            if (more <= 0) {
                throw new IOException("the answer is cut or too long");
            }
            read += more;
            whole = whole < Integer.MAX_VALUE
                    ? whole
                    : length(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        }
        if (read > whole) {
            throw new IOException("the answer is longer than it says");
        }
    }

    /// Bytes of the answer with its header, as far as they are known.
    private static int length(String begin) throws IOException {
        int end = begin.indexOf("\r\n\r\n");
        if (end < 0) {
            return Integer.MAX_VALUE;
        }
        int name = begin.indexOf(LENGTH);
        if (!begin.startsWith("HTTP/1.1 200") || name < 0 || name > end) {
            throw new IOException(begin.substring(0, end));
        }
        int value = name + LENGTH.length();
        return end + 4 + Integer.parseInt(begin.substring(value, begin.indexOf('\r', value)));
    }
}
