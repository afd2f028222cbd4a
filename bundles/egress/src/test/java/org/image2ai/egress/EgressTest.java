package org.image2ai.egress;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.api.egress.EgressRequest.Limits;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class EgressTest {
    private static final Limits NORMAL = new Limits(Duration.ofSeconds(10), 1_000, 5);

    private final Map<String, Deque<String>> names = new HashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private HttpServer other;
    private HttpExchanges exchanges;
    private Egress egress;

    private interface Page {
        void write(HttpExchange exchange) throws IOException;
    }

    @Before
    public void start() throws IOException {
        server = serve();
        other = serve();
        use(TestConfig.inner("127.0.0.1:" + port(server) + ", named.test:" + port(server)));
    }

    private void use(EgressConfig config) {
        exchanges = new HttpExchanges(config, this::lookup);
        egress = new BundleEgress(exchanges, "test");
    }

    private static HttpServer serve() throws IOException {
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
    private InetAddress[] lookup(String host) throws java.net.UnknownHostException {
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

    private static int port(HttpServer server) {
        return server.getAddress().getPort();
    }

    private void page(String path, Page page) {
        server.createContext(path, exchange -> {
            try (exchange) {
                page.write(exchange);
            }
        });
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private URI here(String path) {
        return URI.create("http://127.0.0.1:" + port(server) + path);
    }

    private Egress.Answer get(URI uri, Limits limits) {
        return egress.send(new EgressRequest("GET", uri, Map.of(), Optional.empty(), limits));
    }

    private String code(URI uri) {
        return code(uri, NORMAL);
    }

    private String code(URI uri, Limits limits) {
        return assertThrows(uri.toString(), PlatformException.class, () -> {
                    try (Egress.Answer answer = get(uri, limits)) {
                        answer.body().readAllBytes();
                    }
                })
                .code();
    }

    @Test
    public void sendsARequestAndGivesTheAnswerAsItIs() throws IOException {
        page("/echo", exchange -> {
            exchange.getResponseHeaders()
                    .add("X-Seen", exchange.getRequestHeaders().getFirst("X-Asked"));
            text(
                    exchange,
                    418,
                    exchange.getRequestMethod()
                            + new String(exchange.getRequestBody().readAllBytes()));
        });
        EgressRequest.Body body = new EgressRequest.Body(
                "text/plain", 5, () -> new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
        EgressRequest request =
                new EgressRequest("POST", here("/echo"), Map.of("X-Asked", "yes"), Optional.of(body), NORMAL);
        try (Egress.Answer answer = egress.send(request)) {
            assertEquals(418, answer.status());
            assertEquals(Optional.of("yes"), answer.header("x-SEEN"));
            assertEquals(List.of("yes"), answer.headers().get("x-seen"));
            assertArrayEquals(
                    "POSThello".getBytes(StandardCharsets.UTF_8), answer.body().readAllBytes());
        }
    }

    @Test
    public void refusesWhatIsNoPlainAddressOfTheWeb() {
        for (String uri : List.of(
                "file:///etc/passwd",
                "ftp://example.org/",
                "gopher://example.org/",
                "http:///path",
                "/relative",
                "mailto:a@example.org",
                "http://someone:secret@example.org/",
                "http://example.org@127.0.0.1/",
                "http://example.org:0/")) {
            assertEquals(uri, "invalid_url", code(URI.create(uri)));
        }
    }

    @Test
    public void refusesInnerHostsByNameAndByNumber() {
        names.put("inner.test", new ArrayDeque<>(List.of("10.0.0.7")));
        names.put("half.test", new ArrayDeque<>(List.of("93.184.216.34 127.0.0.1")));
        for (String host : List.of(
                "127.0.0.1",
                "127.1.2.3",
                "2130706433",
                "localhost",
                "localhost.",
                "0.0.0.0",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[64:ff9b::7f00:1]",
                "169.254.169.254",
                "inner.test",
                "half.test")) {
            URI uri = URI.create("http://" + host + ":" + port(other) + "/");
            assertEquals(host, "host_not_allowed", code(uri));
            assertEquals(
                    host,
                    "host_not_allowed",
                    assertThrows(PlatformException.class, () -> egress.check(uri))
                            .code());
        }
    }

    @Test
    public void refusesPortsAndHostsThatAreNotListed() {
        assertEquals("host_not_allowed", code(URI.create("http://example.org:22/")));
        exchanges.close();
        use(TestConfig.hosts("api.example.org, *.example.net"));
        assertEquals("host_not_allowed", code(URI.create("http://example.org/")));
        assertEquals("host_not_allowed", code(URI.create("http://example.net/")));
        names.put("api.example.org", new ArrayDeque<>(List.of("93.184.216.34")));
        names.put("a.b.example.net", new ArrayDeque<>(List.of("93.184.216.34")));
        egress.check(URI.create("https://API.example.org/"));
        egress.check(URI.create("https://a.b.example.net/"));
    }

    @Test
    public void connectsToTheAddressThatWasCheckedAndAsksOnlyOnce() throws IOException {
        names.put("rebind.test", new ArrayDeque<>(List.of("93.184.216.34", "127.0.0.1")));
        egress.check(URI.create("http://rebind.test:" + port(server) + "/"));
        assertEquals("host_not_allowed", code(URI.create("http://rebind.test:" + port(server) + "/")));

        page("/named", exchange -> text(exchange, 200, "ok"));
        names.put("named.test", new ArrayDeque<>(List.of("127.0.0.1", "10.255.255.1")));
        try (Egress.Answer answer = get(URI.create("http://named.test:" + port(server) + "/named"), NORMAL)) {
            assertEquals(200, answer.status());
        }
        assertEquals("one lookup, one connection", 1, names.get("named.test").size());
    }

    @Test
    public void checksEveryRedirectAsTheFirstAddress() throws IOException {
        String elsewhere = "http://127.0.0.1:" + port(other) + "/";
        page("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", elsewhere);
            text(exchange, 302, "");
        });
        page("/file", exchange -> {
            exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
            text(exchange, 302, "");
        });
        page("/loop", exchange -> {
            exchange.getResponseHeaders().add("Location", "/loop");
            text(exchange, 302, "");
        });
        assertEquals("host_not_allowed", code(here("/away")));
        assertEquals("invalid_url", code(here("/file")));
        assertEquals("too_many_redirects", code(here("/loop")));
        try (Egress.Answer answer = get(here("/away"), new Limits(Duration.ofSeconds(5), 10, 0))) {
            assertEquals("a redirect that is not followed is an answer", 302, answer.status());
        }
    }

    @Test
    public void keepsCredentialsWithTheirOrigin() {
        names.put("named.test", new ArrayDeque<>(List.of("127.0.0.1")));
        page("/to", exchange -> {
            String host = exchange.getRequestURI().getQuery();
            exchange.getResponseHeaders().add("Location", "http://" + host + ":" + port(server) + "/asked");
            text(exchange, 307, "");
        });
        StringBuffer seen = new StringBuffer();
        page("/asked", exchange -> {
            seen.append(exchange.getRequestHeaders().getFirst("Authorization")).append(' ');
            seen.append(exchange.getRequestHeaders().getFirst("Accept")).append(' ');
            text(exchange, 200, "");
        });
        Map<String, String> headers = Map.of("Authorization", "Bearer x", "Accept", "a/b");
        for (String host : List.of("127.0.0.1", "named.test")) {
            egress.send(new EgressRequest("GET", here("/to?" + host), headers, Optional.empty(), NORMAL))
                    .close();
        }
        assertEquals("Bearer x a/b null a/b ", seen.toString());
    }

    @Test
    public void refusesToGoFromHttpsToHttp() {
        Hop secure = Hop.first(
                new EgressRequest("GET", URI.create("https://example.org/"), Map.of(), Optional.empty(), NORMAL));
        assertThrows(PlatformException.class, () -> secure.follow(302, "http://example.org/"));
        assertEquals("GET", secure.follow(302, "/x").method());
    }

    @Test
    public void endsADripAtTheDeadline() {
        page("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < 200 && over.getCount() > 0; i++) {
                out.write('x');
                out.flush();
                waitFor(50);
            }
        });
        page("/silent", exchange -> waitFor(20_000));
        long start = System.nanoTime();
        Limits limits = new Limits(Duration.ofMillis(600), 1_000, 0);
        assertEquals("deadline_exceeded", code(here("/drip"), limits));
        assertEquals("deadline_exceeded", code(here("/silent"), limits));
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(5));
    }

    @Test
    public void endsADripOfHeadersAtTheDeadline() throws IOException {
        try (ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            exchanges.close();
            use(TestConfig.inner("127.0.0.1:" + raw.getLocalPort()));
            Executors.newSingleThreadExecutor(work -> {
                        Thread thread = new Thread(work);
                        thread.setDaemon(true);
                        return thread;
                    })
                    .submit(() -> {
                        OutputStream out = raw.accept().getOutputStream();
                        out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                        while (over.getCount() > 0) {
                            out.write('x');
                            out.flush();
                            waitFor(50);
                        }
                        return null;
                    });
            URI uri = URI.create("http://127.0.0.1:" + raw.getLocalPort() + "/");
            assertEquals("deadline_exceeded", code(uri, new Limits(Duration.ofMillis(600), 1_000, 0)));
        }
    }

    private void waitFor(long millis) {
        try {
            over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    public void countsWhatIsUnpackedAndEndsWhatIsTooLarge() {
        page("/large", exchange -> text(exchange, 200, "x".repeat(1_001)));
        page("/exact", exchange -> text(exchange, 200, "x".repeat(1_000)));
        page("/bomb", exchange -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(new byte[500_000]);
            }
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        });
        assertEquals("response_too_large", code(here("/large")));
        assertEquals("response_too_large", code(here("/bomb")));
        try (Egress.Answer answer = get(here("/exact"), NORMAL)) {
            assertEquals(1_000, answer.body().readAllBytes().length);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    public void keepsNoCookies() {
        StringBuffer seen = new StringBuffer();
        page("/cookie", exchange -> {
            seen.append(exchange.getRequestHeaders().getFirst("Cookie"));
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            text(exchange, 200, "");
        });
        get(here("/cookie"), NORMAL).close();
        get(here("/cookie"), NORMAL).close();
        assertEquals("nullnull", seen.toString());
    }

    @Test
    public void refusesHeadersThatCarryOthers() {
        for (Map<String, String> headers :
                List.of(Map.of("X-A", "b\r\nHost: evil"), Map.of("Host", "evil"), Map.of("X A", "b"))) {
            EgressRequest request = new EgressRequest("GET", here("/"), headers, Optional.empty(), NORMAL);
            assertEquals(
                    "invalid_header",
                    assertThrows(PlatformException.class, () -> egress.send(request))
                            .code());
        }
    }

    @Test
    public void saysThatNobodyIsThere() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        exchanges.close();
        use(TestConfig.inner("127.0.0.1:" + free));
        PlatformException refused =
                assertThrows(PlatformException.class, () -> get(URI.create("http://127.0.0.1:" + free + "/"), NORMAL));
        assertEquals("host_unreachable", refused.code());
        assertTrue(refused.retryable());
        assertFalse(refused.getMessage().isBlank());
    }
}
