package org.image2ai.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.MailMessage;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of mails. */
@Component(service = Mails.class)
public final class Mails {
    private final NotifyStore unit;
    private final Store store;
    private final Claims claims;
    private final Settings settings;
    private final NotifyWords words;
    private final MailFiles files;

    @Activate
    public Mails(@Reference NotifyStore unit, @Reference Settings settings) {
        this.unit = unit;
        this.settings = settings;
        store = unit.store();
        words = unit.words();
        files = new MailFiles(settings);
        claims = new Claims(store, "mail", settings.instance());
    }

    Claims claims() {
        return claims;
    }

    /** Nothing is kept of somebody who is being erased: whoever sends goes on as if it were. */
    void add(Mail mail, MailMessage written) {
        store.run(em -> {
            if (mail.subject().filter(unit.fence()::isClosed).isEmpty()) {
                em.persist(MailEntity.from(mail, written, words, settings.now()));
            }
        });
    }

    Optional<MailEntity.Kept> find(String id) {
        return store.read(
                em -> Optional.ofNullable(em.find(MailEntity.class, id)).map(row -> row.toRecord(words)));
    }

    List<String> due(Instant now, int limit) {
        return store.read(em -> em.createNamedQuery("mail.due", String.class)
                .setParameter("now", Micros.of(now))
                .setMaxResults(limit)
                .getResultList());
    }

    List<MailEntity.Kept> newest(int limit) {
        return store.read(
                em -> em.createNamedQuery("mail.newest", MailEntity.class).setMaxResults(limit).getResultList().stream()
                        .map(row -> row.toRecord(words))
                        .toList());
    }

    List<MailEntity.Kept> ofAccount(AccountId account, String after, int limit) {
        return store.read(em -> em
                .createNamedQuery("mail.ofAccount", MailEntity.class)
                .setParameter("account", account.value())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> row.toRecord(words))
                .toList());
    }

    /** Its file goes first: where that fails, the row is left to be asked for again. */
    boolean remove(String id) {
        try {
            files.remove(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store.write(em -> {
            MailEntity row = em.find(MailEntity.class, id);
            if (row != null) {
                em.remove(row);
            }
            return row != null;
        });
    }

    /**
     * The words of what was sent go soon, and with them its file; that it was sent goes later.
     *
     * @return how many rows are gone
     */
    int forget(Instant now, int contentDays, int logDays) {
        int gone = unit.frozen()
                .map(frozen -> forget(now, contentDays, logDays, frozen))
                .orElse(0);
        try {
            files.removeUnless(this::hasWords);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gone;
    }

    private boolean hasWords(String id) {
        return find(id).filter(mail -> !mail.message().text().isEmpty()).isPresent();
    }

    private int forget(Instant now, int contentDays, int logDays, List<String> frozen) {
        return store.write(em -> {
            em.createNamedQuery("mail.blank")
                    .setParameter("before", Micros.of(now.minus(Duration.ofDays(contentDays))))
                    .setParameter("frozen", frozen)
                    .executeUpdate();
            return em.createNamedQuery("mail.forget")
                    .setParameter("before", Micros.of(now.minus(Duration.ofDays(logDays))))
                    .setParameter("frozen", frozen)
                    .executeUpdate();
        });
    }
}
