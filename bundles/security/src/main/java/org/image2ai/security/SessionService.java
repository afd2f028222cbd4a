package org.image2ai.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.SessionId;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.OpenSession;
import org.image2ai.api.security.OpenedSession;
import org.image2ai.api.security.Sessions;
import org.image2ai.api.security.SignedIn;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.net.Network;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions in their table. A session ends by being removed: at once, everywhere. */
@Component(
        service = {Sessions.class, SessionService.class},
        configurationPid = "org.image2ai.security")
public final class SessionService implements Sessions {
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final int AGENT = 120;

    private final Store store;
    private final SecurityConfig config;
    private final Clock clock;

    @Activate
    public SessionService(
            SecurityConfig config,
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=security)") JpaTemplate jpa) {
        this(config, schema, jpa, Clock.systemUTC());
    }

    SessionService(SecurityConfig config, Schema schema, JpaTemplate jpa, Clock clock) {
        schema.migrate(SessionService.class);
        this.store = new Store(jpa);
        this.config = config;
        this.clock = clock;
    }

    @Override
    public OpenedSession open(SignedIn signedIn, ClientInfo client) {
        String secret = Secrets.next();
        String csrfToken = Secrets.next();
        Duration longest = Duration.ofHours(config.sessionMaxHours());
        SessionEntity entity = SessionEntity.from(signedIn, secret, csrfToken, clock.instant(), longest);
        entity.setClient(Network.around(client.remoteAddress(), 24, 48), agent(client.userAgent()));
        store.run(em -> em.persist(entity));
        Session session = entity.toRecord();
        List<String> cookies = SessionCookies.opened(secret, csrfToken, secure(client), longest);
        return new OpenedSession(session.id(), session.expires(), csrfToken, cookies);
    }

    @Override
    public Optional<OpenSession> find(AccountId account, SessionId session) {
        return list(account).stream()
                .filter(open -> open.id().equals(session))
                .findFirst()
                .map(open -> new OpenSession(open.id(), open.created(), open.secondFactor()));
    }

    boolean secure(ClientInfo client) {
        return client.secure() || config.secureCookies();
    }

    private static String agent(String given) {
        String clean = given.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() > AGENT ? clean.substring(0, AGENT) : clean;
    }

    /** The session of a secret, if there is one that is not over; it has been seen now. */
    Optional<Session> authenticate(String secret) {
        if (!Secrets.isWellFormed(secret)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Session> found = store.read(em -> em
                        .createNamedQuery("Session.byHash", SessionEntity.class)
                        .setParameter("hash", Secrets.hash(secret))
                        .getResultList()
                        .stream()
                        .findFirst()
                        .map(SessionEntity::toRecord))
                .filter(session -> isGood(session, now));
        found.filter(session -> session.lastSeen().isBefore(now.minus(SEEN_EVERY)))
                .ifPresent(session -> seen(session, now));
        return found;
    }

    private boolean isGood(Session session, Instant now) {
        Instant idle = session.lastSeen().plus(Duration.ofMinutes(config.sessionIdleMinutes()));
        return now.isBefore(session.expires()) && now.isBefore(idle);
    }

    private void seen(Session session, Instant now) {
        store.run(em -> em.createNamedQuery("Session.seen")
                .setParameter("now", Micros.of(now))
                .setParameter("id", session.id().value())
                .setParameter("before", Micros.of(now.minus(SEEN_EVERY)))
                .executeUpdate());
    }

    /** The sessions of an account that are not over, newest first. */
    List<Session> list(AccountId account) {
        Instant now = clock.instant();
        return held(account).stream().filter(session -> isGood(session, now)).toList();
    }

    /** Every session of an account that is still kept. */
    List<Session> held(AccountId account) {
        return store.read(em -> em
                .createNamedQuery("Session.ofAccount", SessionEntity.class)
                .setParameter("account", account.value())
                .getResultList()
                .stream()
                .map(SessionEntity::toRecord)
                .toList());
    }

    @Override
    public int end(AccountId account, Optional<SessionId> except) {
        return store.write(em -> em.createNamedQuery("Session.end")
                .setParameter("account", account.value())
                .setParameter("except", except.map(SessionId::value).orElse(""))
                .executeUpdate());
    }

    /** Ends one session. @return whether it was one of the account */
    boolean endOne(AccountId account, SessionId session) {
        return store.write(em -> em.createNamedQuery("Session.endOne")
                        .setParameter("account", account.value())
                        .setParameter("id", session.value())
                        .executeUpdate()
                > 0);
    }

    /** A second factor was shown in a session. */
    void secondFactor(SessionId session) {
        store.run(em -> {
            SessionEntity entity = em.find(SessionEntity.class, session.value());
            if (entity == null) {
                throw PlatformException.notFound("session", session.value());
            }
            entity.setSecondFactor();
        });
    }

    /** Removes what is over. @return how many */
    int sweep() {
        Instant now = clock.instant();
        return store.write(em -> em.createNamedQuery("Session.over")
                .setParameter("now", Micros.of(now))
                .setParameter("idle", Micros.of(now.minus(Duration.ofMinutes(config.sessionIdleMinutes()))))
                .executeUpdate());
    }
}
