package org.image2ai.notify;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.Disclosures.Disclosure;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;

/** A mail server or an address of a webhook that got something of an account. */
@Entity
@Table(name = "ntf_disclosure")
@NamedQuery(
        name = "disclosure.ofAccount",
        query = "SELECT d FROM DisclosureEntity d WHERE d.account = :account AND d.id > :after ORDER BY d.id")
public class DisclosureEntity {
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "account_id")
    private String account;

    @Column(name = "recipient")
    private String recipient;

    @Column(name = "host")
    private String host;

    @Column(name = "first_at")
    private long first;

    @Column(name = "last_at")
    private long last;

    protected DisclosureEntity() {}

    static DisclosureEntity of(String account, String recipient, String host, Instant now) {
        DisclosureEntity row = new DisclosureEntity();
        row.id = id(account, recipient, host);
        row.account = account;
        row.recipient = recipient;
        row.host = host;
        row.first = Micros.of(now);
        row.last = row.first;
        return row;
    }

    /** The same for the same host of the same account, so that it is written once. */
    static String id(String account, String recipient, String host) {
        return Secrets.hash(account + "\n" + recipient + "\n" + host);
    }

    void again(Instant now) {
        last = Math.max(last, Micros.of(now));
    }

    String id() {
        return id;
    }

    boolean isOf(AccountId owner) {
        return account.equals(owner.value());
    }

    Disclosure toRecord() {
        return new Disclosure(Recipients.BUNDLE, recipient, host, Micros.instant(first), Micros.instant(last));
    }
}
