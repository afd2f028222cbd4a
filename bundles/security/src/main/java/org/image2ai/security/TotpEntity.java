package org.image2ai.security;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;

/** The second factor of an account; its secret is sealed. */
@Entity
@Table(name = "sec_totp")
@NamedQueries({
    @NamedQuery(
            name = "Totp.use",
            query = "UPDATE TotpEntity t SET t.lastStep = :step WHERE t.account = :account AND t.lastStep < :step"),
    @NamedQuery(
            name = "Totp.unconfirmed",
            query = "DELETE FROM TotpEntity t WHERE t.confirmedAt IS NULL AND t.createdAt < :before"),
    @NamedQuery(name = "Totp.erase", query = "DELETE FROM TotpEntity t WHERE t.account = :account")
})
public class TotpEntity {
    @Id
    private String account;

    private String secret;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "confirmed_at")
    private Long confirmedAt;

    @Column(name = "last_step")
    private long lastStep;

    static TotpEntity from(String account, String secret, Instant now) {
        TotpEntity entity = new TotpEntity();
        entity.account = account;
        entity.secret = secret;
        entity.createdAt = Micros.of(now);
        return entity;
    }

    void setSecret(String sealed, Instant now) {
        secret = sealed;
        createdAt = Micros.of(now);
    }

    void confirm(Instant now) {
        confirmedAt = Micros.of(now);
    }

    String secret() {
        return secret;
    }

    Instant created() {
        return Micros.instant(createdAt);
    }

    Optional<Instant> confirmed() {
        return Micros.optional(confirmedAt);
    }
}
