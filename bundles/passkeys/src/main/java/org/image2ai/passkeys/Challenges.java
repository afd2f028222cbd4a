package org.image2ai.passkeys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Challenges in their table, so that another node, or the same after a restart, takes the answer. Each is good once. */
@Component(service = Challenges.class)
public final class Challenges {
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final long MOST = 50_000;
    private static final String SIGN_IN = "sign-in";
    private static final String REGISTRATION = "registration";
    private static final String NOBODY = "";

    private final Store store;
    private final Clock clock;
    private final long most;

    @Activate
    public Challenges(@Reference Schema schema, @Reference(target = "(osgi.unit.name=passkeys)") JpaTemplate jpa) {
        this(schema, jpa, Clock.systemUTC(), MOST);
    }

    /** @param most how many sign-ins may wait at once */
    Challenges(Schema schema, JpaTemplate jpa, Clock clock, long most) {
        schema.migrate(Challenges.class);
        this.store = new Store(jpa);
        this.clock = clock;
        this.most = most;
    }

    /** A challenge for whoever wants in. @throws PlatformException EXHAUSTED {@code busy} when too many wait */
    String forSignIn() {
        if (count() >= most && sweep() == 0) {
            throw PlatformException.exhausted("busy", "Too many sign-ins were begun. Try again in a minute.", true)
                    .retryAfter(Duration.ofMinutes(1));
        }
        return issue(SIGN_IN, NOBODY);
    }

    private long count() {
        return store.read(
                em -> em.createNamedQuery("Challenge.count", Long.class).getSingleResult());
    }

    /** A challenge for a new passkey of an account; one that it got before is no longer good. */
    String forRegistration(AccountId account) {
        return store.write(em -> {
            drop(account);
            return issue(REGISTRATION, account.value());
        });
    }

    private String issue(String purpose, String account) {
        String challenge = Secrets.next();
        Instant expires = clock.instant().plus(LIFE);
        store.run(em -> em.persist(ChallengeEntity.from(challenge, purpose, account, expires)));
        return challenge;
    }

    /** Takes a challenge of a sign-in. @return whether it was good until now */
    boolean takeForSignIn(String challenge) {
        return take(challenge, SIGN_IN, NOBODY);
    }

    /** Takes a challenge of a registration. @return whether it was good until now, and this account's */
    boolean takeForRegistration(String challenge, AccountId account) {
        return take(challenge, REGISTRATION, account.value());
    }

    /** Who removes the row has it: of two answers that come at once, one. */
    private boolean take(String challenge, String purpose, String account) {
        return store.write(em -> em.createNamedQuery("Challenge.take")
                        .setParameter("hash", Secrets.hash(challenge))
                        .setParameter("purpose", purpose)
                        .setParameter("account", account)
                        .setParameter("now", Micros.of(clock.instant()))
                        .executeUpdate()
                > 0);
    }

    /** Removes those of an account. */
    void drop(AccountId account) {
        store.run(em -> em.createNamedQuery("Challenge.ofAccount")
                .setParameter("account", account.value())
                .executeUpdate());
    }

    /** Removes those whose time is over. @return how many */
    int sweep() {
        return store.write(em -> em.createNamedQuery("Challenge.over")
                .setParameter("now", Micros.of(clock.instant()))
                .executeUpdate());
    }
}
