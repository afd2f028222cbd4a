package org.image2ai.privacy.roster;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;

/** A row of a finding. */
@Entity
@Table(name = "prv_finding")
@NamedQueries({
    @NamedQuery(name = "finding.all", query = "SELECT f FROM FindingEntity f ORDER BY f.foundAt, f.id"),
    @NamedQuery(
            name = "finding.over",
            query = "DELETE FROM FindingEntity f WHERE f.kind IN :kinds AND f.seenAt < :seen")
})
public class FindingEntity {
    @Id
    private String id;

    private String kind;
    private String subject;
    private String message;

    @Column(name = "found_at")
    private long foundAt;

    @Column(name = "seen_at")
    private long seenAt;

    static FindingEntity from(Finding finding) {
        FindingEntity row = new FindingEntity();
        row.id = finding.id();
        row.kind = finding.kind().name();
        row.subject = finding.subject();
        row.message = finding.message();
        row.foundAt = Micros.of(finding.found());
        row.seenAt = Micros.of(finding.seen());
        return row;
    }

    void seen(Finding again) {
        message = again.message();
        seenAt = Micros.of(again.seen());
    }

    Finding toRecord() {
        return new Finding(
                Finding.Kind.valueOf(kind), subject, message, Micros.instant(foundAt), Micros.instant(seenAt));
    }
}
