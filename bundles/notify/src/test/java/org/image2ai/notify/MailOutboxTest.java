package org.image2ai.notify;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.image2ai.api.PlatformException;
import org.image2ai.api.notify.MailMessage;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.kit.Micros;
import org.image2ai.tck.Calls;
import org.junit.Test;

public class MailOutboxTest extends OutboxBench {
    @Test
    public void writesAFileThatOnlyTheOwnerCanRead() throws Exception {
        use(TestConfig.files());
        outbox.send(mail("ada@example.org"));
        assertEquals("SENT", ended().state());
        Path file = files().get(0);
        assertEquals(1, files().size());
        assertTrue(file.toString(), file.getFileName().toString().matches("\\d{8}T\\d{6}\\.\\d{3}Z-msg_\\w+\\.eml"));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        MimeMessage mime = new MimeMessage(null, Files.newInputStream(file));
        assertEquals("Ihre E-Mail-Adresse wurde geändert", mime.getSubject());
        assertEquals("<" + mails.newest(1).get(0).message().id() + "@example.org>", mime.getMessageID());
    }

    @Test
    public void sendsNothingOfATransactionThatRollsBack() {
        use(TestConfig.files());
        assertThrows(
                IllegalStateException.class,
                () -> unit.required(() -> {
                    outbox.send(mail("ada@example.org"));
                    throw new IllegalStateException("changed my mind");
                }));
        assertEquals(List.of(), mails.newest(10));
    }

    @Test
    public void sendsAtOnceAfterTheCommitAndNotBefore() {
        use(TestConfig.files());
        unit.required(() -> {
            outbox.send(mail("ada@example.org"));
            assertEquals(List.of(), files());
            return true;
        });
        assertEquals("SENT", ended().state());
    }

    @Test
    public void refusesAddressesThatCarryMore() {
        use(TestConfig.files());
        for (String to : List.of(
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org, b@example.org",
                "Ada <a@example.org>",
                "ada",
                "")) {
            assertEquals(
                    to,
                    "invalid_address",
                    assertThrows(PlatformException.class, () -> outbox.send(mail(to)))
                            .code());
        }
    }

    @Test
    public void sendsThroughAMailServerThatWasDownAndComesUp() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        use(new TestConfig("smtp", port, ""));
        outbox.send(mail("ada@example.org"));
        MailEntity.Kept tried = Await.until(
                () -> mails.newest(1).get(0),
                mail -> mail.state().equals("QUEUED") && !mail.error().isEmpty());
        assertTrue(tried.error(), tried.error().startsWith("mail_unavailable"));
        assertTrue(tried.next().isAfter(Instant.now()));

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        server.start();
        dueNow();
        assertEquals("SENT", ended().state());
        MimeMessage got = server.getReceivedMessages()[0];
        assertEquals("Ihre E-Mail-Adresse wurde geändert", got.getSubject());
        assertEquals("Image2AI <no-reply@example.org>", got.getFrom()[0].toString());
        assertEquals("ada@example.org", got.getAllRecipients()[0].toString());
        assertTrue(got.getContentType().startsWith("multipart/alternative"));
        assertEquals(1, server.getReceivedMessages().length);
    }

    @Test
    public void writesDownWhichMailServerGotSomethingOfWhomAndNothingOfAFile() {
        use(TestConfig.files());
        outbox.send(mail("ada@example.org"));
        assertEquals("SENT", ended().state());
        assertEquals(List.of(), disclosures.of(Calls.ALICE).made());
        outbox.close();
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        use(new TestConfig("smtp", server.getSmtp().getPort(), ""));
        outbox.send(mail("ada@example.org"));
        outbox.send(mail("ada@example.org"));
        Await.until(server::getReceivedMessages, got -> got.length == 2);
        assertEquals(
                List.of(Recipients.MAIL_SERVER + " 127.0.0.1"),
                disclosures.of(Calls.ALICE).made().stream()
                        .map(made -> made.recipient() + " " + made.where())
                        .toList());
        assertTrue(disclosures.of(Calls.ALICE).complete());
        assertEquals(List.of(), disclosures.of(Calls.BOB).made());
        assertEquals(List.of("127.0.0.1"), new Recipients(settings).hosts().get(Recipients.MAIL_SERVER));
        unit.tx(em ->
                em.createQuery("UPDATE MailEntity m SET m.disclosed = FALSE").executeUpdate());
        assertFalse("older than the record", disclosures.of(Calls.ALICE).complete());
    }

    private void dueNow() {
        unit.tx(em -> em.createQuery("UPDATE MailEntity m SET m.nextAt = 0").executeUpdate());
    }

    @Test
    public void sendsAgainWhatWasBeingSentWhenTheServerWasKilled() {
        settings = new Settings(TestConfig.files(), data.getRoot().toPath(), wall);
        Mails before = new Mails(store, settings);
        MailMessage written = new Templates().write("msg_killed", mail("ada@example.org"));
        before.add(mail("ada@example.org"), written);
        assertTrue(before.claims().claim("msg_killed", Instant.now(), Duration.ofHours(1)));
        use(TestConfig.files());
        assertEquals("SENT", ended().state());
        assertEquals(2, ended().tries());
    }

    @Test
    public void letsOneOfTwoSendAndFencesTheLateOne() {
        settings = new Settings(TestConfig.files(), data.getRoot().toPath(), wall);
        Mails one = new Mails(store, settings);
        one.add(mail("a@example.org"), new Templates().write("msg_x", mail("a@example.org")));
        Claims mine = new Claims(store.store(), "mail", "ins_a");
        Claims other = new Claims(store.store(), "mail", "ins_b");
        Instant now = Instant.now();
        assertTrue(mine.claim("msg_x", now, Duration.ofSeconds(1)));
        assertTrue(!other.claim("msg_x", now, Duration.ofSeconds(1)));
        other.expire(now.plusSeconds(2));
        assertTrue(other.claim("msg_x", now.plusSeconds(2), Duration.ofSeconds(1)));
        assertTrue("the late one", !mine.end("msg_x", 1, "SENT", "", now));
        assertTrue(other.end("msg_x", 2, "SENT", "", now));
        use(TestConfig.files());
    }

    @Test
    public void aClockThatIsSetBackKeepsNoMailWaiting() {
        settings = new Settings(TestConfig.files(), data.getRoot().toPath(), wall);
        AtomicInteger tries = new AtomicInteger();
        use(message -> {
            if (tries.incrementAndGet() == 1) {
                throw PlatformException.upstream("mail_unavailable", "Later.", true);
            }
        });
        outbox.send(mail("ada@example.org"));
        Await.until(() -> mails.newest(1).get(0), mail -> !mail.error().isEmpty());
        wall.set(Duration.ofHours(-1));
        settings.now();
        wall.set(Duration.ofHours(-1).plusSeconds(30));
        assertEquals("SENT", ended().state());
    }

    @Test
    public void givesUpWhatIsRefusedForGoodAndWhatIsOld() {
        settings = new Settings(TestConfig.files(), data.getRoot().toPath(), wall);
        use(message -> {
            throw message.to().startsWith("bad")
                    ? PlatformException.invalid("mail_refused", "No.")
                    : PlatformException.upstream("mail_unavailable", "Later.", true);
        });
        outbox.send(mail("bad@example.org"));
        assertEquals("DEAD", ended().state());
        outbox.send(mail("late@example.org"));
        unit.tx(em -> em.createQuery("UPDATE MailEntity m SET m.nextAt = 0, m.created = :then WHERE m.ended IS NULL")
                .setParameter("then", Micros.of(Instant.now().minus(Duration.ofDays(4))))
                .executeUpdate());
        Await.until(
                () -> mails.newest(2).stream()
                        .filter(mail -> mail.state().equals("DEAD"))
                        .count(),
                dead -> dead == 2);
    }

    @Test
    public void forgetsTheWordsSoonAndTheRestLater() throws Exception {
        use(TestConfig.files());
        outbox.send(mail("ada@example.org"));
        ended();
        mails.forget(Instant.now().plus(Duration.ofDays(31)), 1, 30);
        store.freeze = () -> Set.of(Calls.ALICE);
        mails.forget(Instant.now().plus(Duration.ofDays(31)), 1, 30);
        assertFalse(
                "under a legal hold", mails.newest(1).get(0).message().text().isEmpty());
        assertEquals("under a legal hold", 1, files().size());
        Files.writeString(data.getRoot().toPath().resolve("outbox/notes.txt"), "an operator's");
        Files.writeString(data.getRoot().toPath().resolve("outbox/.msg_killed.part"), "half a mail of nobody");
        store.freeze = Set::of;
        mails.forget(Instant.now().plus(Duration.ofDays(2)), 1, 30);
        assertEquals("", mails.newest(1).get(0).message().text());
        assertEquals(List.of("notes.txt"), names());
        assertEquals("ada@example.org", mails.newest(1).get(0).message().to());
        mails.forget(Instant.now().plus(Duration.ofDays(31)), 1, 30);
        assertEquals(List.of(), mails.newest(1));
    }

    @Test
    public void anErasureTakesTheFileWithTheMail() {
        use(TestConfig.files());
        outbox.send(mail("ada@example.org"));
        String id = ended().message().id();
        outbox.send(mail("ada@example.org"));
        Await.until(this::files, files -> files.size() == 2);
        NotifyPersonalData door = new NotifyPersonalData(mails, null, null, null, null);
        HeldItem item = new HeldItem(NotifyPersonalData.MAILS, id, Instant.now());
        assertEquals(Outcome.notFound(), door.erase(Calls.BOB, item));
        assertEquals("a stranger's", 2, files().size());
        assertEquals(Outcome.erased(), door.erase(Calls.ALICE, item));
        assertEquals(1, files().size());
        assertFalse(names().get(0), names().get(0).contains(id));
    }

    private List<String> names() {
        return files().stream().map(file -> file.getFileName().toString()).toList();
    }

    @Test
    public void waitsLongerEachTime() {
        assertTrue(MailOutbox.pause(1).compareTo(Duration.ofSeconds(20)) < 0);
        assertTrue(MailOutbox.pause(40).compareTo(Duration.ofHours(8)) < 0);
        assertTrue(MailOutbox.pause(40).compareTo(Duration.ofHours(4)) > 0);
    }
}
