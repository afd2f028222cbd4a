package org.image2ai.moderation;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.kit.Micros;

/** A row of a strike. Its identity is that of the review that gave it, so one review gives one. */
@Entity
@Table(name = "mod_strike")
@NamedQueries({
    @NamedQuery(
            name = "strike.live",
            query = "SELECT s FROM StrikeEntity s WHERE s.account = :account AND s.expiresAt > :now"
                    + " ORDER BY s.expiresAt"),
    @NamedQuery(name = "strike.ofAccount", query = "SELECT s FROM StrikeEntity s WHERE s.account = :account"),
    @NamedQuery(name = "strike.remove", query = "DELETE FROM StrikeEntity s WHERE s.id = :id"),
    @NamedQuery(
            name = "strike.sweep",
            query = "DELETE FROM StrikeEntity s WHERE s.expiresAt <= :now AND s.account NOT IN (:frozen)")
})
public class StrikeEntity {
    @Id
    private String id;

    private String account;
    private String category;
    private int weight;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "expires_at")
    private long expiresAt;

    static StrikeEntity from(Strike strike, AccountId account) {
        StrikeEntity row = new StrikeEntity();
        row.id = strike.review();
        row.account = account.value();
        row.category = strike.category().name();
        row.weight = strike.points();
        row.createdAt = Micros.of(strike.created());
        row.expiresAt = Micros.of(strike.expires());
        return row;
    }

    Strike toRecord() {
        return new Strike(
                id, ContentCategory.valueOf(category), weight, Micros.instant(createdAt), Micros.instant(expiresAt));
    }
}
