package de.stadtgraph.attack;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Another user: ten requests a second from another address, a document and a small query in turn.
final class Ping implements AutoCloseable {
    private static final int PACE_MILLIS = 100;

    private final URI[] addresses;
    private final HttpClient client;
    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> failures = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile boolean over;
    private volatile boolean still;

    Ping(int port) throws Exception {
        String base = "http://127.0.0.1:" + port;
        addresses = new URI[] {URI.create(base + "/doc/thing/7.nt"), URI.create(base + "/sparql?query=ASK%7B%7D")};
        client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}))
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        thread = Thread.ofPlatform().daemon().name("ping").start(this::run);
    }

    private void run() {
        int count = 0;
        while (!over) {
            if (still) {
                sleep(PACE_MILLIS);
                continue;
            }
            long begin = System.nanoTime();
            try {
                var request = HttpRequest.newBuilder(addresses[count++ % 2])
                        .timeout(Duration.ofSeconds(20))
                        .build();
                int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status != 200) {
                    failures.add(status);
                }
            } catch (java.io.IOException e) {
                failures.add(0);
            } catch (InterruptedException e) {
                return;
            }
            long took = (System.nanoTime() - begin) / 1_000_000;
            millis.add(took);
            sleep(PACE_MILLIS - took);
        }
    }

    private static void sleep(long time) {
        try {
            Thread.sleep(Math.max(0, time));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks nothing until it is told to go on, so that what the server does by itself can be measured.
    void rest(boolean rests) {
        still = rests;
    }

    /// What was seen since the last call.
    Seen take() {
        List<Long> sorted;
        synchronized (millis) {
            sorted = millis.stream().sorted().toList();
            millis.clear();
        }
        List<Integer> failed = List.copyOf(failures);
        failures.clear();
        int at = (int) Math.ceil(sorted.size() * 0.99) - 1;
        if (sorted.isEmpty()) {
            return new Seen(0, 0, failed);
        }
        return new Seen(sorted.get(Math.max(0, at)), sorted.get(sorted.size() / 2), failed);
    }

    /// @param p99 milliseconds, over all requests of the span
    /// @param median milliseconds of half of them
    /// @param failures statuses other than 200; 0 for none at all
    record Seen(long p99, long median, List<Integer> failures) {}

    @Override
    public void close() {
        over = true;
        thread.interrupt();
        client.close();
    }
}
