package org.image2ai.privacy.request;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;

/** A row of an account whose erasure has begun. */
@Entity
@Table(name = "prv_fence")
@NamedQuery(name = "fence.all", query = "SELECT f.account FROM FenceEntity f")
public class FenceEntity {
    @Id
    private String account;

    private String request;

    @Column(name = "closed_at")
    private long closedAt;

    static FenceEntity of(String account, String request, Instant at) {
        FenceEntity row = new FenceEntity();
        row.account = account;
        row.request = request;
        row.closedAt = Micros.of(at);
        return row;
    }

    Instant closed() {
        return Micros.instant(closedAt);
    }
}
