package org.image2ai.generation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.api.JobId;
import org.image2ai.api.generation.JobTerms.IdempotencyKey;
import org.image2ai.kit.Micros;

/** That an account has given a key to a job. */
@Entity
@Table(name = "gen_idempotency")
@NamedQueries({
    @NamedQuery(name = "idempotency.forget", query = "DELETE FROM IdempotencyEntity i WHERE i.created < :before"),
    @NamedQuery(name = "idempotency.ofJob", query = "DELETE FROM IdempotencyEntity i WHERE i.job = :job"),
})
public class IdempotencyEntity {
    @Id
    @Column(name = "hash")
    private String hash;

    @Column(name = "owner_id")
    private String owner;

    @Column(name = "fingerprint")
    private String fingerprint;

    @Column(name = "job_id")
    private String job;

    @Column(name = "created_at")
    private long created;

    protected IdempotencyEntity() {}

    static IdempotencyEntity of(AccountId owner, IdempotencyKey key, JobId job, Instant now) {
        IdempotencyEntity row = new IdempotencyEntity();
        row.hash = hash(owner, key);
        row.owner = owner.value();
        row.fingerprint = key.fingerprint();
        row.job = job.value();
        row.created = Micros.of(now);
        return row;
    }

    static String hash(AccountId owner, IdempotencyKey key) {
        return sha256(owner.value() + '\n' + key.key());
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isFor(IdempotencyKey key) {
        return fingerprint.equals(key.fingerprint());
    }

    JobId job() {
        return new JobId(job);
    }
}
