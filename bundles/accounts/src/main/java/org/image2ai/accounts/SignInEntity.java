package org.image2ai.accounts;

import java.net.URI;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.identity.SignInAttempt;
import org.image2ai.kit.Micros;

/** A sign-in at a provider that was begun, bound to a browser by a cookie of which only the hash is kept. */
@Entity
@Table(name = "acc_sign_in")
@NamedQueries({
    @NamedQuery(name = "SignIn.use", query = "DELETE FROM SignInEntity s WHERE s.hash = :hash"),
    @NamedQuery(name = "SignIn.over", query = "DELETE FROM SignInEntity s WHERE s.expiresAt <= :now")
})
public class SignInEntity {
    @Id
    private String hash;

    private String provider;
    private String state;
    private String secret;

    @Column(name = "expires_at")
    private long expiresAt;

    static SignInEntity from(String hash, String provider, SignInAttempt attempt, Instant expires) {
        SignInEntity entity = new SignInEntity();
        entity.hash = hash;
        entity.provider = provider;
        entity.state = attempt.state();
        entity.secret = attempt.secret();
        entity.expiresAt = Micros.of(expires);
        return entity;
    }

    /** Where the browser was sent matters no more. */
    SignInAttempt toRecord() {
        return new SignInAttempt(URI.create(""), state, secret);
    }

    boolean isGood(String itsProvider, Instant now) {
        return provider.equals(itsProvider) && Micros.of(now) < expiresAt;
    }
}
