package org.image2ai.passkeys;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;

/** A challenge that waits for its answer; of itself only the hash. */
@Entity
@Table(name = "psk_challenge")
@NamedQueries({
    @NamedQuery(
            name = "Challenge.take",
            query = "DELETE FROM ChallengeEntity c WHERE c.hash = :hash AND c.purpose = :purpose"
                    + " AND c.account = :account AND c.expiresAt > :now"),
    @NamedQuery(name = "Challenge.ofAccount", query = "DELETE FROM ChallengeEntity c WHERE c.account = :account"),
    @NamedQuery(name = "Challenge.count", query = "SELECT COUNT(c) FROM ChallengeEntity c"),
    @NamedQuery(name = "Challenge.over", query = "DELETE FROM ChallengeEntity c WHERE c.expiresAt <= :now")
})
public class ChallengeEntity {
    @Id
    private String hash;

    private String purpose;
    private String account;

    @Column(name = "expires_at")
    private long expiresAt;

    static ChallengeEntity from(String challenge, String purpose, String account, Instant expires) {
        ChallengeEntity entity = new ChallengeEntity();
        entity.hash = Secrets.hash(challenge);
        entity.purpose = purpose;
        entity.account = account;
        entity.expiresAt = Micros.of(expires);
        return entity;
    }
}
