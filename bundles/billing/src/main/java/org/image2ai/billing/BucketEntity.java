package org.image2ai.billing;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.billing.CreditBalance;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;

/** Credits of one origin. */
@Entity
@Table(name = "bil_bucket")
@NamedQueries({
    @NamedQuery(
            name = "bucket.filled",
            query = "SELECT b FROM BucketEntity b WHERE b.account = :account AND b.balance > 0"),
    @NamedQuery(
            name = "bucket.lasting",
            query = "SELECT b FROM BucketEntity b WHERE b.account = :account AND b.kind = :kind AND b.expires IS NULL"),
    @NamedQuery(
            name = "bucket.rename",
            query = "UPDATE BucketEntity b SET b.account = :other WHERE b.account = :account"),
})
public class BucketEntity {
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "account_id")
    private String account;

    @Column(name = "kind")
    private String kind;

    @Column(name = "balance")
    private long balance;

    @Column(name = "held")
    private long held;

    @Column(name = "expires_at")
    private Long expires;

    @Column(name = "created_at")
    private long created;

    protected BucketEntity() {}

    static BucketEntity of(String account, String kind, Optional<Instant> expires, Instant now) {
        BucketEntity row = new BucketEntity();
        row.id = Ids.next("bkt");
        row.account = account;
        row.kind = kind;
        row.expires = expires.map(Micros::of).orElse(null);
        row.created = Micros.of(now);
        return row;
    }

    String id() {
        return id;
    }

    long balance() {
        return balance;
    }

    long held() {
        return held;
    }

    /** What can be drawn. */
    long free() {
        return balance - held;
    }

    void hold(long credits) {
        held += credits;
    }

    void add(long credits) {
        balance += credits;
    }

    boolean expiredAt(Instant now) {
        return expires != null && expires <= Micros.of(now);
    }

    /** Where it stands among the buckets: what expires first is drawn first. */
    long order() {
        return expires == null ? Long.MAX_VALUE : expires;
    }

    long created() {
        return created;
    }

    CreditBalance.Bucket toRecord() {
        return new CreditBalance.Bucket(kind, balance, held, Micros.optional(expires));
    }
}
