package dev.zhibiao.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * Documents sent over so many connections, each as soon as the one before is answered.
 *
 * @param perSecond throughput
 * @param p50 median milliseconds from sending to the answer
 * @param p99 of 100 answers one takes longer, in milliseconds
 * @param refused answers other than 202
 */
record Load(double perSecond, double p50, double p99, int refused) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Sends.
     *
     * @param documents the document of each number
     */
    static Load of(URI address, int requests, int connections, IntFunction<byte[]> documents)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicLong[] nanos = new AtomicLong[requests];
        Arrays.setAll(nanos, i -> new AtomicLong());
        ExecutorService senders = Executors.newFixedThreadPool(connections);
        long began = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int c = 0; c < connections; c++) {
            running.add(senders.submit(() -> {
                for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                    byte[] document = documents.apply(i);
                    long sent = System.nanoTime();
                    if (post(address, document) != 202) {
                        refused.incrementAndGet();
                    }
                    nanos[i].set(System.nanoTime() - sent);
                }
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        senders.shutdown();
        long[] sorted = Arrays.stream(nanos).mapToLong(AtomicLong::get).sorted().toArray();
        return new Load(
                requests / seconds,
                sorted[requests / 2] / 1e6,
                sorted[requests - 1 - requests / 100] / 1e6,
                refused.get());
    }

    private static int post(URI address, byte[] document) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
