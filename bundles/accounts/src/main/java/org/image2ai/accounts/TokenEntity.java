package org.image2ai.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.kit.Micros;

/** A link in a mail, as it is kept: only its hash. */
@Entity
@Table(name = "acc_token")
@NamedQueries({
    @NamedQuery(name = "Token.use", query = "DELETE FROM TokenEntity t WHERE t.hash = :hash"),
    @NamedQuery(
            name = "Token.drop",
            query = "DELETE FROM TokenEntity t WHERE t.account = :account AND t.purpose = :purpose"),
    @NamedQuery(name = "Token.erase", query = "DELETE FROM TokenEntity t WHERE t.account = :account"),
    @NamedQuery(name = "Token.over", query = "DELETE FROM TokenEntity t WHERE t.expiresAt <= :now")
})
public class TokenEntity {
    @Id
    private String hash;

    private String account;
    private String purpose;
    private String email;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "expires_at")
    private long expiresAt;

    static TokenEntity from(String hash, Token token, Instant now, Duration life) {
        TokenEntity entity = new TokenEntity();
        entity.hash = hash;
        entity.account = token.account().value();
        entity.purpose = token.purpose().name();
        entity.email = token.email().orElse(null);
        entity.createdAt = Micros.of(now);
        entity.expiresAt = Micros.of(now.plus(life));
        return entity;
    }

    Token toRecord() {
        return new Token(new AccountId(account), Token.Purpose.valueOf(purpose), Optional.ofNullable(email));
    }

    boolean isGood(Instant now) {
        return Micros.of(now) < expiresAt;
    }
}
