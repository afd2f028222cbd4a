package org.image2ai.egress;

import static org.junit.Assert.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.api.egress.EgressRequest.Limits;
import org.junit.After;
import org.junit.Before;

/** Local servers, names that stand for what a test says, and the way out to them. */
abstract class EgressCase {
    static final Limits NORMAL = new Limits(Duration.ofSeconds(10), 1_000, 5);

    final Map<String, Deque<String>> names = new HashMap<>();
    final CountDownLatch over = new CountDownLatch(1);
    HttpServer server;
    HttpServer other;
    HttpExchanges exchanges;
    Egress egress;

    interface Page {
        void write(HttpExchange exchange) throws IOException;
    }

    @Before
    public void start() throws IOException {
        server = serve();
        other = serve();
        use(TestConfig.inner("127.0.0.1:" + port(server) + ", named.test:" + port(server)));
    }

    void use(EgressConfig config) {
        exchanges = new HttpExchanges(new Measures(), config, this::lookup);
        egress = new Outlet(exchanges, new PlatformWay("test", exchanges.rules()));
    }

    static HttpServer serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return server;
    }

    @After
    public void stop() {
        over.countDown();
        exchanges.close();
        server.stop(0);
        other.stop(0);
    }

    /** Each lookup of a name takes the next address of its list; the last one stays. */
    InetAddress[] lookup(String host) throws java.net.UnknownHostException {
        Deque<String> answers = names.get(host);
        if (answers == null) {
            return InetAddress.getAllByName(host);
        }
        String next = answers.size() > 1 ? answers.pop() : answers.peek();
        String[] all = next.split(" ");
        InetAddress[] addresses = new InetAddress[all.length];
        for (int i = 0; i < all.length; i++) {
            addresses[i] = InetAddress.getByName(all[i]);
        }
        return addresses;
    }

    static int port(HttpServer server) {
        return server.getAddress().getPort();
    }

    void page(String path, Page page) {
        server.createContext(path, exchange -> {
            try (exchange) {
                page.write(exchange);
            }
        });
    }

    static void text(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    URI here(String path) {
        return URI.create("http://127.0.0.1:" + port(server) + path);
    }

    Egress.Answer get(URI uri, Limits limits) {
        return egress.send(new EgressRequest("GET", uri, Map.of(), Optional.empty(), limits));
    }

    String code(URI uri) {
        return code(uri, NORMAL);
    }

    String code(URI uri, Limits limits) {
        return assertThrows(uri.toString(), PlatformException.class, () -> {
                    try (Egress.Answer answer = get(uri, limits)) {
                        answer.body().readAllBytes();
                    }
                })
                .code();
    }

    void waitFor(long millis) {
        try {
            over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
