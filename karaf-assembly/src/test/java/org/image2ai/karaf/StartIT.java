package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.Test;

/** Who knocks while the server starts: a balancer that asks for its health all the time. */
public class StartIT {
    private static final int KNOCKERS = 3;

    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    @Test
    public void refusesInGoodOrderUntilItIsReady() throws Exception {
        try (Distribution server = Distribution.unpack("start")) {
            List<CompletableFuture<Void>> knockers = IntStream.range(0, KNOCKERS)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> knock(server.health())))
                    .toList();
            server.start();
            over.set(true);
            knockers.forEach(CompletableFuture::join);
            assertTrue(answers.toString(), answers.containsKey(503));
            answers.keySet().removeAll(List.of(200, 404, 503));
            assertEquals("no other answer", Map.of(), answers);
            assertEquals("a clean log", List.of(), server.warnings());
        }
    }

    private void knock(URI address) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(address).build();
        while (!over.get()) {
            try {
                answers.merge(
                        http.send(health, HttpResponse.BodyHandlers.discarding())
                                .statusCode(),
                        1,
                        Integer::sum);
            } catch (IOException e) {
                Poll.pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
