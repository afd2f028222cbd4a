package org.image2ai.notify;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.notify.WebhookEvent;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.tck.Calls;
import org.image2ai.tck.SetClock;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.storage.FakeSubjectVault;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;

/** Webhooks over a real database and a real HTTP server that takes them. */
abstract class WebhookBench {
    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    final TestUnit unit = new TestUnit("notify-test");
    final FakeSubjectVault vault = new FakeSubjectVault();
    Sink sink;
    final SetClock wall = new SetClock();
    Settings settings;
    final LiveFence fence = new LiveFence();
    NotifyStore store;
    Endpoints endpoints;
    Deliveries deliveries;
    SigningSecrets signing;
    DisclosureRows disclosures;
    WebhookSender sender;
    WebhookOutbox outbox;
    WebhookDesk desk;

    @Before
    public void start() throws IOException {
        sink = new Sink();
        settings = new Settings(TestConfig.files(), data.getRoot().toPath(), wall);
        store = new NotifyStore(unit::migrate, unit, unit, vault, fence);
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

    static EndpointBody body(String url, String... events) {
        return new EndpointBody(Optional.of(url), Optional.of(List.of(events)), Optional.empty(), Optional.empty());
    }

    EndpointView create(String url, String... events) {
        return desk.create(Calls.ALICE, body(url, events));
    }

    void publish(String type, Optional<String> url) {
        outbox.publish(new WebhookEvent(Calls.ALICE, type, () -> Map.of("job", "job_1"), url));
    }

    DeliveryView last(EndpointView endpoint, String state) {
        return Await.until(
                        () -> page(endpoint).items().stream().findFirst(),
                        first -> first.filter(d -> d.state().equals(state)).isPresent())
                .get();
    }

    Page<DeliveryView> page(EndpointView endpoint) {
        return desk.deliveries(Calls.ALICE, endpoint.id(), PageRequest.first(50));
    }
}
