package org.image2ai.billing;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.image2ai.kit.Ids;

/** One side of a posting. */
@Entity
@Table(name = "bil_leg")
public class LegEntity {
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "posting_id")
    private String posting;

    @Column(name = "ledger")
    private String ledger;

    @Column(name = "credits")
    private long credits;

    protected LegEntity() {}

    static LegEntity of(String posting, String ledger, long credits) {
        LegEntity row = new LegEntity();
        row.id = Ids.next("leg");
        row.posting = posting;
        row.ledger = ledger;
        row.credits = credits;
        return row;
    }
}
