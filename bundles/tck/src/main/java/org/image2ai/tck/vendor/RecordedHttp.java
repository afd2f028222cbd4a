package org.image2ai.tck.vendor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.egress.Egress;
import org.image2ai.egress.TestEgress;
import org.junit.rules.ExternalResource;

/**
 * A vendor on 127.0.0.1 that answers as recorded in {@code src/test/resources/recorded/*.http}. As a rule of JUnit it
 * starts before a test, and makes the test fail when a request came that no exchange is about:
 *
 * <pre>{@code
 * @Rule
 * public final RecordedHttp vendor = new RecordedHttp(getClass());
 *
 * @Test
 * public void generates() {
 *     vendor.play("generate");
 *     … AccountSettings.of(Map.of("baseUrl", vendor.baseUrl() + "/v1", "egress.allowPrivate", true, …), PROFILE)
 *     … new AcmeProvider(settings, vendor.egress())
 * }
 * }</pre>
 */
public final class RecordedHttp extends ExternalResource {
    private final Class<?> test;
    private final List<RecordedExchange> exchanges = new ArrayList<>();
    private final List<ReceivedRequest> received = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private HttpServer server;
    private TestEgress egress;

    /** @param test whose class path has the recorded exchanges */
    public RecordedHttp(Class<?> test) {
        this.test = test;
    }

    @Override
    protected void before() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        egress = TestEgress.to(URI.create(baseUrl()));
    }

    @Override
    protected void after() {
        over.countDown();
        egress.close();
        server.stop(0);
        threads.shutdownNow();
        synchronized (this) {
            if (!problems.isEmpty()) {
                throw new AssertionError(String.join("\n", problems));
            }
        }
    }

    /** From now on the exchanges of these files are played, in their order, and no others. */
    public synchronized RecordedHttp play(String... names) {
        exchanges.clear();
        for (String name : names) {
            exchanges.addAll(RecordedExchange.parse(name, load("/recorded/" + name + ".http")));
        }
        return this;
    }

    private String load(String path) {
        try (InputStream in = test.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is: {@code http://127.0.0.1:…}, without a path. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The platform's real way out, which reaches this server and no other, for every account. */
    public Egress egress() {
        return new OneWay(egress.egress());
    }

    /** All requests, in the order in which they came. */
    public synchronized List<ReceivedRequest> received() {
        return List.copyOf(received);
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            ReceivedRequest request = read(http);
            Optional<RecordedExchange> exchange = next(request);
            if (exchange.isEmpty()) {
                http.sendResponseHeaders(500, -1);
                return;
            }
            write(http, exchange.get().answer());
        }
    }

    private static ReceivedRequest read(HttpExchange http) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        http.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new ReceivedRequest(
                http.getRequestMethod(),
                http.getRequestURI().toString(),
                headers,
                http.getRequestBody().readAllBytes());
    }

    /** Waits until a first request has come. */
    public void awaitRequest() throws InterruptedException {
        if (!asked.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("no request came");
        }
    }

    private synchronized Optional<RecordedExchange> next(ReceivedRequest request) {
        received.add(request);
        asked.countDown();
        List<String> misfits = new ArrayList<>();
        for (RecordedExchange exchange : exchanges) {
            Optional<String> misfit = Fit.misfit(exchange, request);
            if (misfit.isEmpty()) {
                if (exchange.answer().has("once")) {
                    exchanges.remove(exchange);
                }
                return Optional.of(exchange);
            }
            misfits.add(exchange.name() + " " + misfit.get());
        }
        problems.add(
                "No exchange is about " + request.method() + " " + request.path() + ": " + String.join("; ", misfits));
        return Optional.empty();
    }

    private void write(HttpExchange http, RecordedExchange.Answer answer) throws IOException {
        if (answer.has("slow")) {
            waitForTheEnd();
        }
        if (answer.has("slow") || answer.has("closed")) {
            return;
        }
        byte[] body = Words.bytes(answer.body(), baseUrl());
        answer.headers().forEach((name, value) -> http.getResponseHeaders().set(name, Words.text(value, baseUrl())));
        http.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        boolean half = answer.has("truncated") || answer.has("stalled");
        if (body.length > 0) {
            http.getResponseBody().write(body, 0, half ? body.length / 2 : body.length);
            http.getResponseBody().flush();
        }
        if (answer.has("stalled")) {
            waitForTheEnd();
        }
    }

    private void waitForTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
