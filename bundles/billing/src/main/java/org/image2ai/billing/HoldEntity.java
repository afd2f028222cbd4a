package org.image2ai.billing;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.HoldId;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;

/** Credits set aside for a piece of work. */
@Entity
@Table(name = "bil_hold")
@NamedQueries({
    @NamedQuery(name = "hold.ofReference", query = "SELECT h FROM HoldEntity h WHERE h.reference = :reference"),
    @NamedQuery(name = "hold.rename", query = "UPDATE HoldEntity h SET h.account = :other WHERE h.account = :account"),
})
public class HoldEntity {
    /** Where a hold is. */
    enum State {
        HELD,
        SETTLED,
        RELEASED
    }

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "account_id")
    private String account;

    @Column(name = "reference")
    private String reference;

    @Column(name = "state")
    private String state;

    @Column(name = "credits")
    private long credits;

    @Column(name = "spent")
    private long spent;

    @Column(name = "created_at")
    private long created;

    @Column(name = "ended_at")
    private Long ended;

    protected HoldEntity() {}

    static HoldEntity of(String account, String reference, long credits, Instant now) {
        HoldEntity row = new HoldEntity();
        row.id = Ids.next("hld");
        row.account = account;
        row.reference = reference;
        row.state = State.HELD.name();
        row.credits = credits;
        row.created = Micros.of(now);
        return row;
    }

    HoldId id() {
        return new HoldId(id);
    }

    String account() {
        return account;
    }

    String reference() {
        return reference;
    }

    State state() {
        return State.valueOf(state);
    }

    long credits() {
        return credits;
    }

    long spent() {
        return spent;
    }

    void end(State how, long credits, Instant now) {
        state = how.name();
        spent = credits;
        ended = Micros.of(now);
    }

    Optional<Instant> ended() {
        return Micros.optional(ended);
    }
}
