package org.image2ai.security;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;

/** A secret that a key had before it was rotated, and that is good for some time more. */
@Entity
@Table(name = "sec_former_secret")
@NamedQueries({
    @NamedQuery(
            name = "FormerSecret.key",
            query = "SELECT f.apiKey FROM FormerSecretEntity f WHERE f.hash = :hash AND f.endsAt > :now"),
    @NamedQuery(name = "FormerSecret.ofKey", query = "DELETE FROM FormerSecretEntity f WHERE f.apiKey = :key"),
    @NamedQuery(name = "FormerSecret.over", query = "DELETE FROM FormerSecretEntity f WHERE f.endsAt <= :now")
})
public class FormerSecretEntity {
    @Id
    private String hash;

    @Column(name = "api_key")
    private String apiKey;

    private String account;

    @Column(name = "ends_at")
    private long endsAt;

    static FormerSecretEntity from(String hash, String apiKey, String account, Instant ends) {
        FormerSecretEntity entity = new FormerSecretEntity();
        entity.hash = hash;
        entity.apiKey = apiKey;
        entity.account = account;
        entity.endsAt = Micros.of(ends);
        return entity;
    }
}
