package org.image2ai.notify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of webhooks on this machine, with a verifier written from the specification and nothing else. */
final class Sink implements AutoCloseable {
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private final CountDownLatch wakeUp = new CountDownLatch(1);
    private final AtomicInteger hanging = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    Sink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/hook", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                messages.add(new Message(
                        exchange.getRequestHeaders().getFirst("webhook-id"),
                        exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                        exchange.getRequestHeaders().getFirst("webhook-signature"),
                        body));
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(status.get(), -1);
            }
        });
        server.createContext("/hang", exchange -> {
            hanging.incrementAndGet();
            try (exchange) {
                wakeUp.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    /** What came. */
    record Message(String id, String timestamp, String signatures, String body) {
        boolean isSignedWith(String secret) {
            try {
                byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                byte[] expected =
                        mac.doFinal(String.join(".", id, timestamp, body).getBytes(StandardCharsets.UTF_8));
                for (String signature : signatures.split(" ")) {
                    String[] parts = signature.split(",", 2);
                    if (parts[0].equals("v1")
                            && MessageDigest.isEqual(
                                    expected, Base64.getDecoder().decode(parts[1]))) {
                        return true;
                    }
                }
                return false;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    String slowUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hang";
    }

    int hanging() {
        return hanging.get();
    }

    void answer(int code) {
        status.set(code);
    }

    List<Message> messages() {
        return messages;
    }

    @Override
    public void close() {
        wakeUp.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
