package org.image2ai.privacy.policy;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;

/** A recipient that the public register names. */
@Entity
@Table(name = "prv_recipient")
@NamedQueries(@NamedQuery(name = "recipient.all", query = "SELECT r.id FROM RecipientEntity r"))
public class RecipientEntity {
    private static final int LONGEST = 200;

    @Id
    private String id;

    private String bundle;

    @Column(name = "legal_name")
    private String legalName;

    @Column(name = "published_at")
    private long publishedAt;

    @Column(name = "published_by")
    private String publishedBy;

    static String id(String bundle, String legalName) {
        return Secrets.hash(bundle + "\n" + legalName);
    }

    static RecipientEntity of(String bundle, String legalName, Instant at, String by) {
        RecipientEntity row = new RecipientEntity();
        row.id = id(bundle, legalName);
        row.bundle = cut(bundle);
        row.legalName = cut(legalName);
        row.publishedAt = Micros.of(at);
        row.publishedBy = by;
        return row;
    }

    /** What is compared is the identity, which is of the whole name. */
    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
