package org.image2ai.notify;

import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.MessageChannel;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.tck.Calls;
import org.image2ai.tck.SetClock;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.storage.FakeSubjectVault;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;

/** An outbox of mails over a database of its own, its files and a clock that is set. */
public abstract class OutboxBench {
    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    final TestUnit unit = new TestUnit("notify-test");
    final FakeSubjectVault vault = new FakeSubjectVault();
    final SetClock wall = new SetClock();
    Settings settings;
    final LiveFence fence = new LiveFence();
    NotifyStore store;
    Mails mails;
    DisclosureRows disclosures;
    MailOutbox outbox;
    GreenMail server;

    @Before
    public void start() {
        store = new NotifyStore(unit::migrate, unit, unit, vault, fence);
    }

    void use(TestConfig config) {
        settings = new Settings(config, data.getRoot().toPath(), wall);
        MessageChannel channel =
                config.channel().equals("smtp") ? new SmtpChannel(settings) : new FileChannel(settings);
        use(channel);
    }

    void use(MessageChannel channel) {
        mails = new Mails(store, settings);
        Channels channels = new Channels(settings);
        channels.bindChannel(
                channel, Map.of("image2ai.channel.id", settings.config().channel()));
        disclosures = new DisclosureRows(store, settings);
        outbox = new MailOutbox(mails, channels, settings, store, disclosures);
    }

    @After
    public void stop() {
        if (outbox != null) {
            outbox.close();
        }
        if (server != null) {
            server.stop();
        }
        unit.close();
    }

    static Mail mail(String to) {
        return new Mail(
                Optional.of(Calls.ALICE),
                to,
                "de",
                "email-changed",
                Map.of("name", "Zoë", "newEmail", "z@example.org"));
    }

    List<Path> files() {
        try (Stream<Path> all = Files.list(data.getRoot().toPath().resolve("outbox"))) {
            return all.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    MailEntity.Kept ended() {
        return Await.until(() -> mails.newest(1).get(0), mail -> mail.ended().isPresent());
    }
}
