package org.image2ai.egress;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress.Answer;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.api.egress.EgressRequest.Limits;
import org.image2ai.api.privacy.UndeclaredCalls;
import org.junit.Test;

/** What an account at a vendor may reach, and how often a request is tried. */
public class AccountWayTest extends EgressCase {
    private void account(URI base, boolean inner, String... declared) {
        use(TestConfig.hosts("*"));
        egress = new Outlet(
                exchanges, new AccountWay("vendor~main", exchanges.rules(), List.of(declared), Target.of(base), inner));
    }

    @Test
    public void reachesItsBaseUrlAtAnInnerAddressOnlyWhereTheOperatorSaysSo() throws Exception {
        page("/", exchange -> text(exchange, 200, "here"));
        account(here("/v1"), true);
        try (Answer answer = get(here("/x"), NORMAL)) {
            assertEquals(200, answer.status());
        }
        account(here("/v1"), false);
        assertEquals("host_not_allowed", code(here("/x")));
    }

    @Test
    public void reachesDeclaredHostsAndNoOthers() throws Exception {
        names.put("cdn.vendor.test", new ArrayDeque<>(List.of("93.184.216.34")));
        names.put("inner.vendor.test", new ArrayDeque<>(List.of("127.0.0.1")));
        account(here("/v1"), true, "*.vendor.test");
        egress.check(URI.create("https://cdn.vendor.test/picture"));
        assertEquals("host_not_allowed", code(URI.create("http://inner.vendor.test:" + port(server) + "/")));
        assertEquals("host_not_allowed", code(URI.create("http://elsewhere.test/")));
        assertEquals("host_not_allowed", code(URI.create("http://127.0.0.1:" + port(other) + "/")));
    }

    @Test
    public void callsToHostsThatWereNotDeclaredAreTold() {
        List<String> told = new ArrayList<>();
        page("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://led.test/");
            text(exchange, 302, "");
        });
        account(here("/v1"), true);
        egress = new Outlet(
                exchanges,
                new AccountWay("vendor~main", exchanges.rules(), List.of(), Target.of(here("/v1")), true),
                "org.vendor");
        assertEquals("host_not_allowed", code(URI.create("http://early.test/")));
        assertEquals("host_not_allowed", code(URI.create("http://early.test/")));
        UndeclaredCalls watch = (bundle, host, led) -> told.add(bundle + " " + host + " " + led);
        exchanges.refusals().bindWatch(watch);
        assertEquals("also what was refused before", List.of("org.vendor early.test false"), told);
        told.clear();
        assertEquals("host_not_allowed", code(URI.create("http://Elsewhere.test/")));
        assertEquals("host_not_allowed", code(here("/away")));
        assertThrows(PlatformException.class, () -> egress.check(URI.create("http://asked.test/")));
        assertEquals(List.of("org.vendor elsewhere.test false", "org.vendor led.test true"), told);
        exchanges.refusals().unbindWatch(watch);
        assertEquals("host_not_allowed", code(URI.create("http://late.test/")));
        assertEquals(2, told.size());
    }

    @Test
    public void aRedirectLeadsNoFurtherThanTheAccountMayGo() {
        page("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port(other) + "/");
            text(exchange, 302, "");
        });
        account(here("/v1"), true);
        assertEquals("host_not_allowed", code(here("/away")));
    }

    @Test
    public void whatOneMayReachIsNoWayInForAnother() throws Exception {
        page("/", exchange -> text(exchange, 200, "here"));
        account(here("/v1"), true);
        get(here("/"), NORMAL).close();
        AccountWay bare = new AccountWay("other~main", exchanges.rules(), List.of("*"), null, false);
        assertThrows(PlatformException.class, () -> new Outlet(exchanges, bare)
                .send(new EgressRequest("GET", here("/"), Map.of(), Optional.empty(), NORMAL)));
        assertFalse(bare.allows("127.0.0.1", port(server), InetAddress.getLoopbackAddress()));
    }

    @Test
    public void waitsForAVendorThatSaysNothingForLong() throws Exception {
        page("/", exchange -> {
            waitFor(1_000);
            text(exchange, 200, "drawn");
        });
        use(TestConfig.inner("127.0.0.1:" + port(server)).impatient());
        assertEquals("host_unreachable", code(here("/")));
        egress = new Outlet(
                exchanges, new AccountWay("vendor~main", exchanges.rules(), List.of(), Target.of(here("/")), true));
        try (Answer answer = get(here("/"), NORMAL)) {
            assertEquals("drawn", new String(answer.body().readAllBytes()));
        }
    }

    @Test
    public void endsWhenTheThreadThatAskedIsInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        page("/", exchange -> {
            asked.countDown();
            waitFor(20_000);
        });
        account(here("/"), true);
        CompletableFuture<String> ended = new CompletableFuture<>();
        Thread thread = new Thread(() -> ended.complete(code(here("/"))));
        thread.start();
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        thread.interrupt();
        assertEquals("host_unreachable", ended.get(5, TimeUnit.SECONDS));
    }

    private int triesOf(int retries, int status, String retryAfter) {
        AtomicInteger tries = new AtomicInteger();
        page("/busy" + status, exchange -> {
            if (tries.incrementAndGet() < 3) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
                text(exchange, status, "later");
            } else {
                text(exchange, 200, "now");
            }
        });
        Limits limits = new Limits(Duration.ofSeconds(5), 1_000, 0);
        EgressRequest request =
                new EgressRequest("POST", here("/busy" + status), Map.of(), Optional.empty(), limits, retries);
        try (Answer answer = egress.send(request)) {
            assertEquals(tries.get() == 3 ? 200 : status, answer.status());
        }
        return tries.get();
    }

    @Test
    public void triesAgainAsOftenAsTheCallerSaysAndWhenTheOtherSideWants() {
        long began = System.nanoTime();
        assertEquals(3, triesOf(2, 503, "1"));
        assertTrue(System.nanoTime() - began > Duration.ofSeconds(2).toNanos());
        assertEquals(1, triesOf(0, 429, "0"));
        assertEquals(1, triesOf(5, 500, "0"));
    }

    @Test
    public void doesNotWaitForWhatComesAfterTheDeadline() {
        assertEquals(1, triesOf(5, 504, "60"));
    }
}
