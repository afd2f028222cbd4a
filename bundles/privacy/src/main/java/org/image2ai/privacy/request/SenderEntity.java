package org.image2ai.privacy.request;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.image2ai.kit.Micros;

/** A row of a vendor's bundle that had an account. */
@Entity
@Table(name = "prv_sender")
public class SenderEntity {
    @Id
    private String bundle;

    @Column(name = "since_at")
    private long sinceAt;

    static SenderEntity of(String bundle, Instant since) {
        SenderEntity row = new SenderEntity();
        row.bundle = bundle;
        row.sinceAt = Micros.of(since);
        return row;
    }
}
