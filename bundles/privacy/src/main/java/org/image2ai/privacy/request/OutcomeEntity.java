package org.image2ai.privacy.request;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;

/** A row that counts what would become, or became, of items of one holding. */
@Entity
@Table(name = "prv_outcome")
@NamedQueries({
    @NamedQuery(
            name = "outcome.ofRequest",
            query = "SELECT o FROM OutcomeEntity o WHERE o.request = :request AND o.phase = :phase"
                    + " ORDER BY o.bundle, o.holding, o.status, o.reason, o.untilDay"),
    @NamedQuery(
            name = "outcome.forget",
            query = "DELETE FROM OutcomeEntity o WHERE o.request = :request AND o.phase = :phase")
})
public class OutcomeEntity {
    @Id
    private String id;

    private String request;
    private String phase;
    private String bundle;
    private String holding;
    private String status;
    private String reason;

    @Column(name = "until_day")
    private String untilDay;

    private long items;

    static String key(String request, Tally.Phase phase, Tally.Line line) {
        return RequestRows.key(
                request, phase.name(), line.bundle(), line.holding(), line.status(), line.reason(), line.untilDay());
    }

    static OutcomeEntity from(String request, Tally.Phase phase, Tally.Line line) {
        OutcomeEntity row = new OutcomeEntity();
        row.id = key(request, phase, line);
        row.request = request;
        row.phase = phase.name();
        row.bundle = line.bundle();
        row.holding = line.holding();
        row.status = line.status();
        row.reason = line.reason();
        row.untilDay = line.untilDay();
        row.items = line.items();
        return row;
    }

    void add(long more) {
        items += more;
    }

    Tally.Line toRecord() {
        return new Tally.Line(bundle, holding, status, reason, untilDay, items);
    }
}
