package org.image2ai.privacy.request;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;

/** A row of one holding of the frozen roster. */
@Entity
@Table(name = "prv_asked")
@NamedQueries({
    @NamedQuery(
            name = "asked.ofRequest",
            query = "SELECT a FROM AskedEntity a WHERE a.request = :request ORDER BY a.place"),
    @NamedQuery(
            name = "asked.again",
            query = "UPDATE AskedEntity a SET a.state = 'OPEN', a.reason = '', a.tries = 0, a.nextAt = 0"
                    + " WHERE a.request = :request")
})
public class AskedEntity {
    @Id
    private String id;

    private String request;
    private int place;

    @Column(name = "at_the_end")
    private boolean atTheEnd;

    private String bundle;
    private String holding;
    private String state;
    private String reason;
    private int tries;

    @Column(name = "next_at")
    private long nextAt;

    static AskedEntity from(String request, Asked asked) {
        AskedEntity row = new AskedEntity();
        row.id = RequestRows.key(request, asked.bundle(), asked.holding());
        row.request = request;
        row.place = asked.place();
        row.atTheEnd = asked.atTheEnd();
        row.bundle = asked.bundle();
        row.holding = asked.holding();
        row.state = asked.state().name();
        row.reason = asked.reason();
        return row;
    }

    Asked toRecord() {
        return new Asked(
                place, atTheEnd, bundle, holding, Asked.State.valueOf(state), reason, tries, Micros.instant(nextAt));
    }

    void change(Asked.State newState, String why) {
        state = newState.name();
        reason = RequestRows.cut(why);
    }

    void later(int newTries, Instant next) {
        tries = newTries;
        nextAt = Micros.of(next);
    }
}
