package org.image2ai.billing;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.HoldId;
import org.image2ai.kit.Ids;

/** What a hold draws on one bucket. */
@Entity
@Table(name = "bil_hold_part")
@NamedQuery(name = "holdPart.ofHold", query = "SELECT p FROM HoldPartEntity p WHERE p.hold = :hold ORDER BY p.place")
public class HoldPartEntity {
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "hold_id")
    private String hold;

    @Column(name = "bucket_id")
    private String bucket;

    @Column(name = "place")
    private int place;

    @Column(name = "credits")
    private long credits;

    protected HoldPartEntity() {}

    static HoldPartEntity of(HoldId hold, int place, String bucket, long credits) {
        HoldPartEntity row = new HoldPartEntity();
        row.id = Ids.next("hpt");
        row.hold = hold.value();
        row.place = place;
        row.bucket = bucket;
        row.credits = credits;
        return row;
    }

    String bucket() {
        return bucket;
    }

    long credits() {
        return credits;
    }
}
