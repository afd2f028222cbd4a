package org.image2ai.notify;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.MailMessage;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.tck.Calls;
import org.image2ai.tck.SetClock;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.storage.FakeSubjectVault;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SealedWordsTest {
    private static final String BODY = "{\"prompt\":\"a canary\"}";
    private static final Mail MAIL = new Mail(
            Optional.of(Calls.ALICE),
            "ada@example.org",
            "en",
            "email-changed",
            Map.of("name", "Canary", "newEmail", "z@example.org"));

    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final TestUnit unit = new TestUnit("notify-test");
    private final FakeSubjectVault vault = new FakeSubjectVault();
    private Settings settings;
    private NotifyStore store;
    private Mails mails;

    @Before
    public void start() {
        settings = new Settings(TestConfig.files(), data.getRoot().toPath(), new SetClock());
        store = new NotifyStore(unit::migrate, unit, unit, vault, new LiveFence());
        store.freeze = Set::of;
        mails = new Mails(store, settings);
    }

    @After
    public void stop() {
        unit.close();
    }

    private MailMessage add() {
        MailMessage written = new Templates().write("msg_1", MAIL);
        mails.add(MAIL, written);
        return written;
    }

    @Test
    public void keepsNoWordOfAMailInItsRow() {
        MailMessage written = add();
        assertTrue(written.text(), written.text().contains("Canary"));
        assertEquals(written, mails.find("msg_1").orElseThrow().message());
        String rows = unit.dump();
        assertTrue(rows.contains("msg_1"));
        assertFalse(rows.contains("Canary"));
    }

    @Test
    public void sendsNoMailWhoseKeyWasDestroyed() {
        add();
        vault.destroy(Calls.ALICE, NotifyPersonalData.MAILS);
        List<MailMessage> sent = new ArrayList<>();
        Channels channels = new Channels(settings);
        channels.bindChannel(
                sent::add, Map.of("image2ai.channel.id", settings.config().channel()));
        MailOutbox outbox = new MailOutbox(mails, channels, settings, store, new DisclosureRows(store, settings));
        try {
            MailEntity.Kept ended = Await.until(() -> mails.find("msg_1").orElseThrow(), mail -> mail.ended()
                    .isPresent());
            assertEquals(Claims.DEAD, ended.state());
            assertEquals(NotifyWords.SHREDDED, ended.error());
            assertEquals(List.of(), sent);
        } finally {
            outbox.close();
        }
    }

    @Test
    public void keepsNoWordOfAWebhookInItsRowAndDeliversNoneWhoseKeyWasDestroyed() throws Exception {
        Deliveries deliveries = new Deliveries(store, settings);
        Endpoints endpoints = new Endpoints(store, settings);
        SigningSecrets signing = new SigningSecrets(store, settings);
        try (Sink sink = new Sink()) {
            DeliveryEntity.Where where = new DeliveryEntity.Where(Calls.ALICE.value(), "", sink.url(), "127.0.0.1");
            String id = deliveries
                    .add(where, new DeliveryEntity.Said("evt_1", "job.succeeded", BODY))
                    .id();
            assertEquals(BODY, deliveries.find(id).orElseThrow().said().body());
            assertFalse(unit.dump().contains("canary"));
            vault.destroy(Calls.ALICE, NotifyPersonalData.DELIVERIES);
            WebhookSender sender = new WebhookSender(
                    deliveries, endpoints, signing, new PlainEgress(), settings, new DisclosureRows(store, settings));
            try {
                DeliveryView ended =
                        Await.until(() -> deliveries.find(id).orElseThrow().view(), view -> view.ended()
                                .isPresent());
                assertEquals(Claims.DEAD, ended.state());
                assertEquals(Optional.of(NotifyWords.SHREDDED), ended.error());
                assertEquals(0, sink.messages().size());
            } finally {
                sender.close();
            }
        }
    }

    @Test
    public void sealsNothingOfMailToSomebodyWithoutAnAccount() {
        Mail stranger = new Mail(Optional.empty(), MAIL.to(), "en", MAIL.template(), MAIL.values());
        mails.add(stranger, new Templates().write("msg_2", stranger));
        vault.destroy(Calls.ALICE, NotifyPersonalData.MAILS);
        assertTrue(mails.find("msg_2").orElseThrow().message().text().contains("Canary"));
        mails.claims().claim("msg_2", Instant.now(), Duration.ofHours(1));
        mails.claims().end("msg_2", 1, "SENT", "", Instant.now());
        mails.forget(Instant.now().plus(Duration.ofDays(2)), 1, 30);
        assertFalse("it is made blank soon", unit.dump().contains("Canary"));
    }
}
