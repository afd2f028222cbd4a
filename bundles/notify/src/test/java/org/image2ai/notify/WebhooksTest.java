package org.image2ai.notify;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.notify.WebhookEvent;
import org.image2ai.api.privacy.Disclosures.Disclosure;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Declarations;
import org.image2ai.tck.Calls;
import org.image2ai.tck.SetClock;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.storage.FakeSubjectVault;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WebhooksTest {
    private static final Path DECLARATION = Path.of("src/main/resources", PrivacyDeclaration.FILE);

    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final TestUnit unit = new TestUnit("notify-test");
    private final FakeSubjectVault vault = new FakeSubjectVault();
    private Sink sink;
    private final SetClock wall = new SetClock();
    private Settings settings;
    private NotifyStore store;
    private Endpoints endpoints;
    private Deliveries deliveries;
    private SigningSecrets signing;
    private DisclosureRows disclosures;
    private WebhookSender sender;
    private WebhookOutbox outbox;
    private WebhookDesk desk;

    @Before
    public void start() throws IOException {
        sink = new Sink();
        settings = new Settings(TestConfig.files(), data.getRoot().toPath(), wall);
        store = new NotifyStore(unit::migrate, unit, unit, vault);
        endpoints = new Endpoints(store, settings);
        deliveries = new Deliveries(store, settings);
        signing = new SigningSecrets(store, settings);
        disclosures = new DisclosureRows(store, settings);
        PlainEgress egress = new PlainEgress();
        sender = new WebhookSender(deliveries, endpoints, signing, egress, settings, disclosures);
        outbox = new WebhookOutbox(endpoints, deliveries, sender, egress, store);
        desk = new WebhookDesk(endpoints, deliveries, outbox, unit);
    }

    @After
    public void stop() {
        sink.close();
        sender.close();
        unit.close();
    }

    private static EndpointBody body(String url, String... events) {
        return new EndpointBody(Optional.of(url), Optional.of(List.of(events)), Optional.empty(), Optional.empty());
    }

    private EndpointView create(String url, String... events) {
        return desk.create(Calls.ALICE, body(url, events));
    }

    private void publish(String type, Optional<String> url) {
        outbox.publish(new WebhookEvent(Calls.ALICE, type, () -> Map.of("job", "job_1"), url));
    }

    private DeliveryView last(EndpointView endpoint, String state) {
        return Await.until(
                        () -> page(endpoint).items().stream().findFirst(),
                        first -> first.filter(d -> d.state().equals(state)).isPresent())
                .get();
    }

    private Page<DeliveryView> page(EndpointView endpoint) {
        return desk.deliveries(Calls.ALICE, endpoint.id(), PageRequest.first(50));
    }

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

    @Test
    public void erasesAllThatIsAnAccounts() throws IOException {
        EndpointView endpoint = create(sink.url(), "*");
        publish("job.succeeded", Optional.of(sink.url()));
        last(endpoint, "DELIVERED");
        Await.until(sink::messages, all -> all.size() == 2);
        NotifyPersonalData door =
                new NotifyPersonalData(new Mails(store, settings), endpoints, deliveries, signing, disclosures);
        Disclosure where = door.disclosures(Calls.ALICE).made().get(0);
        assertEquals(Recipients.WEBHOOK + " 127.0.0.1", where.recipient() + " " + where.where());
        int found = 0;
        for (var holding : Declarations.parse(Files.readAllBytes(DECLARATION)).holdings()) {
            for (HeldItem item : door.locate(Calls.ALICE, holding.name(), PageRequest.first(10))
                    .items()) {
                found++;
                assertEquals(Outcome.notFound(), door.plan(Calls.BOB, item));
                assertEquals(Outcome.erased(), door.plan(Calls.ALICE, item));
                assertEquals(Outcome.erased(), door.erase(Calls.ALICE, item));
                assertEquals(Outcome.notFound(), door.erase(Calls.ALICE, item));
            }
            assertEquals(
                    List.of(),
                    door.locate(Calls.ALICE, holding.name(), PageRequest.first(10))
                            .items());
        }
        assertEquals("an endpoint, a secret, two deliveries, where they went", 5, found);
    }

    @Test
    public void keepsNothingOfSomebodyWhoseErasureHasBegun() {
        EndpointView endpoint = create(sink.url(), "*");
        store.bindFence(Calls.ALICE::equals);
        publish("job.succeeded", Optional.of(sink.url()));
        assertTrue(page(endpoint).items().isEmpty());
        PlatformException e = assertThrows(PlatformException.class, () -> create(sink.url(), "*"));
        assertEquals("account_erased", e.code());
    }
}
