package org.image2ai.accounts;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.api.identity.VerifiedIdentity;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;

/** An identity at a sign-in provider that an account is reached by. */
@Entity
@Table(name = "acc_identity")
@NamedQueries({
    @NamedQuery(name = "Identity.bySubject", query = "SELECT i FROM IdentityEntity i WHERE i.issuerSubject = :hash"),
    @NamedQuery(
            name = "Identity.ofAccount",
            query = "SELECT i FROM IdentityEntity i WHERE i.account = :account ORDER BY i.id")
})
public class IdentityEntity {
    @Id
    private String id;

    private String account;
    private String provider;

    @Column(name = "issuer_subject")
    private String issuerSubject;

    private String issuer;
    private String subject;
    private String email;

    @Column(name = "created_at")
    private long createdAt;

    static IdentityEntity from(AccountId account, String provider, VerifiedIdentity identity, Instant now) {
        IdentityEntity entity = new IdentityEntity();
        entity.id = Ids.next("idn");
        entity.account = account.value();
        entity.provider = provider;
        entity.issuerSubject = hash(identity);
        entity.issuer = identity.issuer();
        entity.subject = identity.subject();
        entity.email = identity.email().orElse(null);
        entity.createdAt = Micros.of(now);
        return entity;
    }

    /** Both together are unique, and too long for an index. */
    static String hash(VerifiedIdentity identity) {
        return Secrets.hash(identity.issuer() + "\n" + identity.subject());
    }

    LinkedIdentity toRecord() {
        return new LinkedIdentity(
                id,
                new AccountId(account),
                provider,
                issuer,
                subject,
                Optional.ofNullable(email),
                Micros.instant(createdAt));
    }
}
