package org.image2ai.generation;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.Disclosures.Disclosure;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;

/** A vendor that got something of an account. */
@Entity
@Table(name = "gen_disclosure")
@NamedQueries({
    @NamedQuery(
            name = "disclosure.ofOwner",
            query = "SELECT d FROM DisclosureEntity d WHERE d.owner = :owner AND d.id > :after ORDER BY d.id"),
    @NamedQuery(
            name = "disclosure.jobsBefore",
            query = "SELECT COUNT(j) FROM JobEntity j WHERE j.owner = :owner AND j.disclosed = FALSE")
})
public class DisclosureEntity {
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "owner_id")
    private String owner;

    @Column(name = "bundle")
    private String bundle;

    @Column(name = "host")
    private String host;

    @Column(name = "first_at")
    private long first;

    @Column(name = "last_at")
    private long last;

    protected DisclosureEntity() {}

    static DisclosureEntity of(AccountId owner, String bundle, String host, Instant now) {
        DisclosureEntity row = new DisclosureEntity();
        row.id = id(owner, bundle, host);
        row.owner = owner.value();
        row.bundle = bundle;
        row.host = host;
        row.first = Micros.of(now);
        row.last = row.first;
        return row;
    }

    /** The same for the same vendor of the same account, so that it is written once. */
    static String id(AccountId owner, String bundle, String host) {
        return Secrets.hash(owner.value() + "\n" + bundle + "\n" + host);
    }

    void again(Instant now) {
        last = Math.max(last, Micros.of(now));
    }

    String id() {
        return id;
    }

    boolean isOf(AccountId account) {
        return owner.equals(account.value());
    }

    Disclosure toRecord() {
        return new Disclosure(bundle, "", host, Micros.instant(first), Micros.instant(last));
    }
}
