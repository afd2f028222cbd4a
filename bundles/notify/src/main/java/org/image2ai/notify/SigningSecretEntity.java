package org.image2ai.notify;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.image2ai.kit.Micros;

/** The secret that signs for the addresses that an account gives with its jobs. */
@Entity
@Table(name = "ntf_signing_secret")
public class SigningSecretEntity {
    @Id
    @Column(name = "account_id")
    private String account;

    @Column(name = "secret")
    private String secret;

    @Column(name = "created_at")
    private long created;

    protected SigningSecretEntity() {}

    static SigningSecretEntity of(String account, String sealed, Instant now) {
        SigningSecretEntity row = new SigningSecretEntity();
        row.account = account;
        row.secret = sealed;
        row.created = Micros.of(now);
        return row;
    }

    String sealed() {
        return secret;
    }

    Instant created() {
        return Micros.instant(created);
    }
}
