package org.image2ai.privacy.choice;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;

/** The last day on which an account was used, and no more of it. */
@Entity
@Table(name = "prv_activity")
@NamedQueries({
    @NamedQuery(
            name = "activity.before",
            query =
                    "SELECT a FROM ActivityEntity a WHERE a.seenOn < :before AND a.account > :after ORDER BY a.account"),
    @NamedQuery(name = "activity.erase", query = "DELETE FROM ActivityEntity a WHERE a.account = :account")
})
public class ActivityEntity {
    @Id
    private String account;

    @Column(name = "seen_on")
    private long seenOn;

    @Column(name = "warned_on")
    private Long warnedOn;

    static ActivityEntity of(AccountId account, LocalDate seen) {
        ActivityEntity row = new ActivityEntity();
        row.account = account.value();
        row.seenOn = seen.toEpochDay();
        return row;
    }

    void seen(LocalDate day) {
        seenOn = Math.max(seenOn, day.toEpochDay());
        warnedOn = null;
    }

    void warned(LocalDate day) {
        warnedOn = day.toEpochDay();
    }

    Activity toRecord() {
        return new Activity(
                new AccountId(account),
                LocalDate.ofEpochDay(seenOn),
                Optional.ofNullable(warnedOn).map(LocalDate::ofEpochDay));
    }
}
