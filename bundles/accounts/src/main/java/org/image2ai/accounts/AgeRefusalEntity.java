package org.image2ai.accounts;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;

/** All that is kept of a child who was refused, for a day: a keyed hash, which nobody can turn back. */
@Entity
@Table(name = "acc_age_refusal")
@NamedQueries({
    @NamedQuery(
            name = "AgeRefusal.known",
            query = "SELECT COUNT(r) FROM AgeRefusalEntity r WHERE r.hash = :hash AND r.expiresAt > :now"),
    @NamedQuery(name = "AgeRefusal.over", query = "DELETE FROM AgeRefusalEntity r WHERE r.expiresAt <= :now")
})
public class AgeRefusalEntity {
    @Id
    private String hash;

    @Column(name = "expires_at")
    private long expiresAt;

    static AgeRefusalEntity from(String hash, Instant expires) {
        AgeRefusalEntity entity = new AgeRefusalEntity();
        entity.hash = hash;
        entity.expiresAt = Micros.of(expires);
        return entity;
    }
}
