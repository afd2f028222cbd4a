package org.image2ai.privacy.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.kit.Micros;

/** A row of a legal hold. It is released, and never removed. */
@Entity
@Table(name = "prv_hold")
@NamedQueries({
    @NamedQuery(
            name = "legalHold.standing",
            query = "SELECT h FROM HoldEntity h WHERE h.releasedAt IS NULL ORDER BY h.createdAt, h.id"),
    @NamedQuery(name = "legalHold.all", query = "SELECT h FROM HoldEntity h ORDER BY h.createdAt DESC, h.id DESC"),
    @NamedQuery(
            name = "legalHold.release",
            query = "UPDATE HoldEntity h SET h.releasedAt = :now, h.releasedBy = :actor"
                    + " WHERE h.releasedAt IS NULL AND (h.id = :name OR h.caseRef = :name)")
})
public class HoldEntity {
    @Id
    private String id;

    private String account;

    @Column(name = "case_ref")
    private String caseRef;

    private String reason;
    private String bundle;
    private String holding;
    private String item;

    @Column(name = "review_on")
    private String reviewOn;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "released_by")
    private String releasedBy;

    @Column(name = "released_at")
    private Long releasedAt;

    static HoldEntity from(Hold hold) {
        HoldEntity row = new HoldEntity();
        row.id = hold.id();
        row.account = hold.account().value();
        row.caseRef = hold.caseRef();
        row.reason = hold.reason();
        row.bundle = hold.bundle().orElse("");
        row.holding = hold.holding().orElse("");
        row.item = hold.item().orElse("");
        row.reviewOn = hold.review().toString();
        row.createdBy = hold.createdBy();
        row.createdAt = Micros.of(hold.created());
        return row;
    }

    Hold toRecord() {
        Optional<Instant> released = Micros.optional(releasedAt);
        return new Hold(
                id,
                new AccountId(account),
                caseRef,
                reason,
                some(bundle),
                some(holding),
                some(item),
                LocalDate.parse(reviewOn),
                createdBy,
                Micros.instant(createdAt),
                released);
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
