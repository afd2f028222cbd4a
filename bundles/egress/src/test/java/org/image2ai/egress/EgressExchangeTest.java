package org.image2ai.egress;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.api.egress.EgressRequest.Limits;
import org.junit.Test;

/** What an exchange brings, and where it ends. */
public class EgressExchangeTest extends EgressCase {
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
