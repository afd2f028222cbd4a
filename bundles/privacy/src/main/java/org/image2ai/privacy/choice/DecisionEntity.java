package org.image2ai.privacy.choice;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;
import org.image2ai.kit.paging.Keyset;

/** A row of the ledger of decisions. No query changes one; only an erasure removes them. */
@Entity
@Table(name = "prv_consent")
@NamedQueries({
    @NamedQuery(
            name = "decision.ofAccount",
            query = "SELECT d FROM DecisionEntity d WHERE d.account = :account AND (d.createdAt > :at"
                    + " OR (d.createdAt = :at AND d.id > :id)) ORDER BY d.createdAt, d.id"),
    @NamedQuery(name = "decision.erase", query = "DELETE FROM DecisionEntity d WHERE d.account = :account")
})
public class DecisionEntity {
    @Id
    private String id;

    private String account;
    private String kind;
    private String subject;

    @Column(name = "text_version")
    private String textVersion;

    private String source;

    @Column(name = "created_at")
    private long createdAt;

    static DecisionEntity of(AccountId account, Ledger.Change change, String source, Instant now) {
        DecisionEntity row = new DecisionEntity();
        row.id = Ids.next("dec");
        row.account = account.value();
        row.kind = change.kind().name();
        row.subject = change.subject();
        row.textVersion = change.textVersion();
        row.source = source;
        row.createdAt = Micros.of(now);
        return row;
    }

    Decision toRecord() {
        return new Decision(id, Decision.Kind.valueOf(kind), subject, textVersion, source, Micros.instant(createdAt));
    }

    Keyset keyset() {
        return new Keyset(createdAt, id);
    }
}
