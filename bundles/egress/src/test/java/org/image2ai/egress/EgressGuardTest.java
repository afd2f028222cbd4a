package org.image2ai.egress;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.api.egress.EgressRequest.Limits;
import org.junit.Test;

/** Where a request may not go. */
public class EgressGuardTest extends EgressCase {
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
    public void aProxyIsReachedWhereverItIsAndNoInnerHostBehindIt() throws Exception {
        names.put("public.test", new ArrayDeque<>(List.of("93.184.216.34")));
        page("/", exchange -> text(exchange, 200, exchange.getRequestURI().toString()));
        use(TestConfig.through("127.0.0.1:" + port(server)));
        URI uri = URI.create("http://public.test/page");
        try (Egress.Answer answer = get(uri, NORMAL)) {
            assertEquals(uri.toString(), new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals("host_not_allowed", code(URI.create("http://127.0.0.1:" + port(other) + "/")));
    }
}
