package org.image2ai.billing;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.billing.CreditEntry;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;
import org.image2ai.kit.paging.Keyset;

/** One line of an account's journal. */
@Entity
@Table(name = "bil_posting")
@NamedQueries({
    @NamedQuery(
            name = "posting.page",
            query = "SELECT p FROM PostingEntity p WHERE p.account = :account AND p.number < :below"
                    + " ORDER BY p.number DESC"),
    @NamedQuery(
            name = "posting.ofReference",
            query = "SELECT p FROM PostingEntity p WHERE p.account = :account AND p.reference = :reference"),
    @NamedQuery(
            name = "posting.rename",
            query = "UPDATE PostingEntity p SET p.account = :other, p.reason = '', p.actor = ''"
                    + " WHERE p.account = :account"),
})
public class PostingEntity {
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "account_id")
    private String account;

    @Column(name = "line_number")
    private long number;

    @Column(name = "kind")
    private String kind;

    @Column(name = "credits")
    private long credits;

    @Column(name = "balance")
    private long balance;

    @Column(name = "reference")
    private String reference;

    @Column(name = "reason")
    private String reason;

    @Column(name = "actor")
    private String actor;

    @Column(name = "posted_at")
    private long posted;

    protected PostingEntity() {}

    static PostingEntity of(Posting posting, String account, long number, long balance, long now) {
        PostingEntity row = new PostingEntity();
        row.id = Ids.next("pst");
        row.account = account;
        row.number = number;
        row.kind = posting.kind();
        row.credits = posting.credits();
        row.balance = balance;
        row.reference = posting.reference();
        row.reason = posting.reason();
        row.actor = posting.actor();
        row.posted = now;
        return row;
    }

    String id() {
        return id;
    }

    CreditEntry toRecord() {
        return new CreditEntry(id, Micros.instant(posted), kind, credits, reference, reason);
    }

    Keyset keyset() {
        return new Keyset(number, id);
    }
}
