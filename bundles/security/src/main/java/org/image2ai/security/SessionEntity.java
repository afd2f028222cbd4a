package org.image2ai.security;

import java.time.Duration;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.api.SessionId;
import org.image2ai.api.security.SignedIn;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;

/** A session as it is kept: of its secrets only the hashes. */
@Entity
@Table(name = "sec_session")
@NamedQueries({
    @NamedQuery(name = "Session.byHash", query = "SELECT s FROM SessionEntity s WHERE s.hash = :hash"),
    @NamedQuery(
            name = "Session.ofAccount",
            query = "SELECT s FROM SessionEntity s WHERE s.account = :account ORDER BY s.createdAt DESC, s.id DESC"),
    @NamedQuery(
            name = "Session.end",
            query = "DELETE FROM SessionEntity s WHERE s.account = :account AND s.id <> :except"),
    @NamedQuery(
            name = "Session.endOne",
            query = "DELETE FROM SessionEntity s WHERE s.account = :account AND s.id = :id"),
    @NamedQuery(
            name = "Session.over",
            query = "DELETE FROM SessionEntity s WHERE s.expiresAt <= :now OR s.seenAt <= :idle"),
    @NamedQuery(
            name = "Session.seen",
            query = "UPDATE SessionEntity s SET s.seenAt = :now WHERE s.id = :id AND s.seenAt < :before")
})
public class SessionEntity {
    @Id
    private String id;

    private String account;
    private String hash;

    @Column(name = "csrf_hash")
    private String csrfHash;

    @Column(name = "sign_in")
    private String signIn;

    @Column(name = "second_factor")
    private boolean secondFactor;

    private String network;
    private String agent;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "seen_at")
    private long seenAt;

    @Column(name = "expires_at")
    private long expiresAt;

    static SessionEntity from(SignedIn signedIn, String secret, String csrfToken, Instant now, Duration longest) {
        SessionEntity entity = new SessionEntity();
        entity.id = Ids.next("ses");
        entity.account = signedIn.account().value();
        entity.hash = Secrets.hash(secret);
        entity.csrfHash = Secrets.hash(csrfToken);
        entity.signIn = signedIn.method();
        entity.secondFactor = signedIn.secondFactor();
        entity.createdAt = Micros.of(now);
        entity.seenAt = entity.createdAt;
        entity.expiresAt = Micros.of(now.plus(longest));
        return entity;
    }

    void setClient(String itsNetwork, String itsAgent) {
        network = itsNetwork;
        agent = itsAgent;
    }

    void setSecondFactor() {
        secondFactor = true;
    }

    Session toRecord() {
        return new Session(
                new SessionId(id),
                new AccountId(account),
                csrfHash,
                signIn,
                secondFactor,
                network,
                agent,
                Micros.instant(createdAt),
                Micros.instant(seenAt),
                Micros.instant(expiresAt));
    }
}
