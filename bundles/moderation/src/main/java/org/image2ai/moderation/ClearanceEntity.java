package org.image2ai.moderation;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.kit.Secrets;

/** A row of content that a person let through for an account: it passes from then on. */
@Entity
@Table(name = "mod_clearance")
@NamedQueries({
    @NamedQuery(name = "clearance.remove", query = "DELETE FROM ClearanceEntity c WHERE c.account = :account"),
    @NamedQuery(
            name = "clearance.sweep",
            query = "DELETE FROM ClearanceEntity c WHERE c.createdAt < :before AND c.account NOT IN (:frozen)")
})
public class ClearanceEntity {
    @Id
    private String id;

    private String account;

    @Column(name = "created_at")
    private long createdAt;

    static String id(AccountId account, String contentHash) {
        return Secrets.hash(account.value() + " " + contentHash);
    }

    static ClearanceEntity of(AccountId account, String contentHash, long now) {
        ClearanceEntity row = new ClearanceEntity();
        row.id = id(account, contentHash);
        row.account = account.value();
        row.createdAt = now;
        return row;
    }
}
