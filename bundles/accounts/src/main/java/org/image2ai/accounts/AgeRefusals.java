package org.image2ai.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;

/** The age gate with a memory: who was refused cannot come back at once with another birth date. */
final class AgeRefusals {
    private final Store store;
    private final Transactions transactions;
    private final SecretKeySpec key;
    private final Duration memory;
    private final Clock clock;

    AgeRefusals(Store store, Transactions transactions, byte[] key, Duration memory, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.key = new SecretKeySpec(key, "RAW");
        this.memory = memory;
        this.clock = clock;
    }

    /** Lets nobody through who is too young, or was so lately. @throws PlatformException DENIED {@code under_age} */
    void check(String email, LocalDate birthDate) {
        Instant now = clock.instant();
        String hash = hash(Emails.normal(email));
        try {
            AgeGate.check(birthDate, LocalDate.ofInstant(now, ZoneOffset.UTC));
        } catch (PlatformException e) {
            if (e.code().equals(AgeGate.UNDER_AGE)) {
                // In its own transaction, for the refusal ends the one around it.
                transactions.requiresNew(() -> remember(hash, now));
            }
            throw e;
        }
        if (known(hash, now)) {
            throw AgeGate.refused();
        }
    }

    private AgeRefusalEntity remember(String hash, Instant now) {
        return store.write(em -> em.merge(AgeRefusalEntity.from(hash, now.plus(memory))));
    }

    /** Refuses an address for a while, whatever birth date it comes with. */
    void refuse(String email) {
        remember(hash(Emails.normal(email)), clock.instant());
    }

    private boolean known(String hash, Instant now) {
        return store.read(em -> em.createNamedQuery("AgeRefusal.known", Long.class)
                        .setParameter("hash", hash)
                        .setParameter("now", Micros.of(now))
                        .getSingleResult()
                > 0);
    }

    private String hash(String normal) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(normal.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    int sweep() {
        return store.write(em -> em.createNamedQuery("AgeRefusal.over")
                .setParameter("now", Micros.of(clock.instant()))
                .executeUpdate());
    }
}
