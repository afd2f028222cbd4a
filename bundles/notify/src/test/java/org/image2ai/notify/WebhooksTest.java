package org.image2ai.notify;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.notify.WebhookEvent;
import org.image2ai.tck.Calls;
import org.junit.Test;

public class WebhooksTest extends WebhookBench {
    @Test
    public void deliversSignedToThoseWhoListen() throws IOException {
        EndpointView one = create(sink.url(), "job.succeeded");
        EndpointView all = create(sink.url(), "*");
        create(sink.url(), "job.failed");
        publish("job.succeeded", Optional.empty());
        last(one, "DELIVERED");
        last(all, "DELIVERED");
        assertEquals(2, sink.messages().size());
        Sink.Message message = sink.messages().get(0);
        assertEquals(message.id(), sink.messages().get(1).id());
        long age = Instant.now().getEpochSecond() - Long.parseLong(message.timestamp());
        assertTrue(age >= 0 && age < 30);
        JsonNode json = new ObjectMapper().readTree(message.body());
        assertEquals("job.succeeded", json.get("type").asText());
        assertEquals("job_1", json.get("data").get("job").asText());
        Instant.parse(json.get("timestamp").asText());
        for (EndpointView endpoint : List.of(one, all)) {
            String secret = endpoint.secret().orElseThrow();
            assertTrue(secret.matches("whsec_[A-Za-z0-9+/]{43}="));
            assertEquals(
                    1,
                    sink.messages().stream().filter(m -> m.isSignedWith(secret)).count());
        }
    }

    @Test
    public void signsForAJobsOwnAddressWithTheAccountsSecret() {
        publish("job.failed", Optional.of(sink.url()));
        Await.until(sink::messages, all -> all.size() == 1);
        String secret = signing.of(Calls.ALICE.value());
        assertTrue(sink.messages().get(0).isSignedWith(secret));
        assertEquals(secret, signing.of(Calls.ALICE.value()));
        assertNotEquals(secret, signing.of(Calls.BOB.value()));
    }

    @Test
    public void saysNothingOfATransactionThatRollsBack() {
        EndpointView endpoint = create(sink.url(), "*");
        assertThrows(
                IllegalStateException.class,
                () -> unit.required(() -> {
                    publish("job.succeeded", Optional.empty());
                    throw new IllegalStateException();
                }));
        assertEquals(List.of(), page(endpoint).items());
    }

    @Test
    public void triesAgainWithTheSameIdAndGivesUp() {
        sink.answer(500);
        EndpointView endpoint = create(sink.url(), "*");
        publish("job.succeeded", Optional.empty());
        DeliveryView dead = last(endpoint, "DEAD");
        assertEquals(3, dead.tries());
        assertEquals(Optional.of(500), dead.status());
        assertEquals(Optional.of("http_500"), dead.error());
        assertEquals(
                1, sink.messages().stream().map(Sink.Message::id).distinct().count());

        sink.answer(200);
        desk.replay(Calls.ALICE, endpoint.id(), dead.id());
        DeliveryView replayed = last(endpoint, "DELIVERED");
        assertNotEquals(dead.id(), replayed.id());
        assertEquals(dead.message(), replayed.message());
    }

    @Test
    public void followsNoRedirect() {
        sink.answer(301);
        EndpointView endpoint = create(sink.url(), "*");
        publish("job.succeeded", Optional.empty());
        DeliveryView dead = last(endpoint, "DEAD");
        assertEquals(Optional.of("http_301: redirects are not followed"), dead.error());
    }

    @Test
    public void switchesOffWhatSaysThatItIsGone() {
        sink.answer(410);
        EndpointView endpoint = create(sink.url(), "*");
        publish("job.succeeded", Optional.empty());
        assertEquals(1, last(endpoint, "DEAD").tries());
        Await.until(() -> endpoints.get(Calls.ALICE, endpoint.id()), e -> !e.enabled());
        publish("job.succeeded", Optional.empty());
        assertEquals(1, page(endpoint).items().size());

        sink.answer(200);
        EndpointBody on = new EndpointBody(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true));
        EndpointView again = desk.change(Calls.ALICE, endpoint.id(), on);
        assertEquals(Optional.empty(), again.disabledReason());
        desk.test(Calls.ALICE, endpoint.id());
        assertEquals("webhook.test", last(endpoint, "DELIVERED").event());
    }

    @Test
    public void signsWithBothSecretsForADayAfterTheChange() {
        EndpointView endpoint = create(sink.url(), "*");
        String old = endpoint.secret().orElseThrow();
        String fresh = endpoints.rotate(Calls.ALICE, endpoint.id()).secret().orElseThrow();
        desk.test(Calls.ALICE, endpoint.id());
        last(endpoint, "DELIVERED");
        assertTrue(sink.messages().get(0).isSignedWith(old));
        assertTrue(sink.messages().get(0).isSignedWith(fresh));
        Instant later = Instant.now().plus(Duration.ofHours(25));
        assertEquals(Optional.of(List.of(fresh)), endpoints.secrets(endpoint.id(), later));
        assertEquals(Optional.empty(), endpoints.get(Calls.ALICE, endpoint.id()).secret());
    }

    @Test
    public void letsASlowEndpointKeepNobodyWaiting() {
        for (int i = 0; i < 5; i++) {
            create(sink.slowUrl(), "slow.event");
        }
        EndpointView quick = create(sink.url(), "quick.event");
        for (int i = 0; i < 20; i++) {
            publish("slow.event", Optional.empty());
        }
        Await.until(sink::hanging, hanging -> hanging >= 4);
        outbox.publish(new WebhookEvent(Calls.BOB, "quick.event", Map::of, Optional.of(sink.url())));
        Await.until(sink::messages, all -> all.size() == 1);
        assertEquals("one account has at most half", 4, sink.hanging());
        assertEquals(List.of(), page(quick).items());
    }

    @Test
    public void showsAnAccountNothingOfAnother() {
        EndpointView endpoint = create(sink.url(), "*");
        for (Runnable act : List.<Runnable>of(
                () -> endpoints.get(Calls.BOB, endpoint.id()),
                () -> desk.change(Calls.BOB, endpoint.id(), body(sink.url(), "*")),
                () -> desk.remove(Calls.BOB, endpoint.id()),
                () -> endpoints.rotate(Calls.BOB, endpoint.id()),
                () -> desk.test(Calls.BOB, endpoint.id()),
                () -> desk.deliveries(Calls.BOB, endpoint.id(), PageRequest.first(10)))) {
            assertEquals(
                    "webhook_not_found",
                    assertThrows(PlatformException.class, act::run).code());
        }
        assertEquals(List.of(), endpoints.list(Calls.BOB));
    }

    @Test
    public void refusesWhatIsNoWebhook() {
        for (String url : List.of(
                "ftp://127.0.0.1/", "http://10.0.0.1/", "not a url", "", "http://127.0.0.1/" + "x".repeat(2_000))) {
            assertEquals(
                    url,
                    "invalid_webhook_url",
                    assertThrows(PlatformException.class, () -> create(url, "*"))
                            .code());
        }
        for (String event : List.of("", "Job.Succeeded", "job", "a b", "job.*")) {
            assertEquals(
                    event,
                    "invalid_events",
                    assertThrows(PlatformException.class, () -> create(sink.url(), event))
                            .code());
        }
        for (int i = 0; i < 20; i++) {
            create(sink.url(), "*");
        }
        assertEquals(
                "too_many_webhooks",
                assertThrows(PlatformException.class, () -> create(sink.url(), "*"))
                        .code());
    }
}
