package org.image2ai.privacy.request;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.kit.Micros;

/** A row of one item that is not simply gone: it is kept, failed, or has a copy outside. */
@Entity
@Table(name = "prv_item")
@NamedQueries({
    @NamedQuery(
            name = "item.ofStatus",
            query = "SELECT i FROM ItemEntity i WHERE i.request = :request AND i.status = :status AND i.id > :after"
                    + " ORDER BY i.id"),
    @NamedQuery(
            name = "item.after",
            query = "SELECT i FROM ItemEntity i WHERE i.request = :request AND i.id > :after ORDER BY i.id"),
    @NamedQuery(
            name = "item.over",
            query = "SELECT i FROM ItemEntity i WHERE i.request = :request AND i.status = 'RETAINED'"
                    + " AND i.untilDay < :today AND i.id > :after ORDER BY i.id"),
    @NamedQuery(name = "item.remove", query = "DELETE FROM ItemEntity i WHERE i.id IN :ids"),
    @NamedQuery(
            name = "item.firstEnd",
            query = "SELECT MIN(i.untilDay) FROM ItemEntity i WHERE i.request = :request AND i.status = 'RETAINED'"),
    @NamedQuery(
            name = "item.counts",
            query = "SELECT i.bundle, i.holding, i.status, i.reason, i.untilDay, COUNT(i.id) FROM ItemEntity i"
                    + " WHERE i.request = :request GROUP BY i.bundle, i.holding, i.status, i.reason, i.untilDay")
})
public class ItemEntity {
    @Id
    private String id;

    private String request;
    private String bundle;
    private String holding;

    @Column(name = "item_key")
    private String itemKey;

    @Column(name = "created_at")
    private long createdAt;

    private String status;
    private String reason;

    @Column(name = "until_day")
    private String untilDay;

    static ItemEntity from(String request, String bundle, HeldItem item, Outcome outcome) {
        ItemEntity row = new ItemEntity();
        row.id = RequestRows.key(request, bundle, item.holding(), item.key());
        row.request = request;
        row.bundle = bundle;
        row.holding = item.holding();
        row.itemKey = item.key();
        row.createdAt = Micros.of(item.created());
        row.status = outcome.status().name();
        row.reason = RequestRows.cut(outcome.reason());
        row.untilDay = outcome.until().map(Object::toString).orElse("");
        return row;
    }

    Kept toRecord() {
        return new Kept(
                id,
                bundle,
                new HeldItem(holding, itemKey, Micros.instant(createdAt)),
                new Outcome(
                        Outcome.Status.valueOf(status),
                        reason,
                        untilDay.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(untilDay))));
    }

    /** An item that is not simply gone. */
    record Kept(String id, String bundle, HeldItem item, Outcome outcome) {}
}
