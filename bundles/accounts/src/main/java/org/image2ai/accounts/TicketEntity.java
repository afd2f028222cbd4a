package org.image2ai.accounts;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.identity.VerifiedIdentity;
import org.image2ai.kit.Micros;

/** Somebody whom a provider knows and who has no account yet, for some minutes. */
@Entity
@Table(name = "acc_ticket")
@NamedQueries({
    @NamedQuery(name = "Ticket.use", query = "DELETE FROM TicketEntity t WHERE t.hash = :hash"),
    @NamedQuery(name = "Ticket.over", query = "DELETE FROM TicketEntity t WHERE t.expiresAt <= :now")
})
public class TicketEntity {
    @Id
    private String hash;

    private String provider;
    private String issuer;
    private String subject;
    private String email;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "expires_at")
    private long expiresAt;

    static TicketEntity from(String hash, String provider, VerifiedIdentity identity, Instant expires) {
        TicketEntity entity = new TicketEntity();
        entity.hash = hash;
        entity.provider = provider;
        entity.issuer = identity.issuer();
        entity.subject = identity.subject();
        entity.email = Emails.checked(identity.email().orElse(""));
        entity.displayName = identity.name().map(TicketEntity::cut).orElse("");
        entity.expiresAt = Micros.of(expires);
        return entity;
    }

    private static String cut(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() > 120 ? clean.substring(0, 120) : clean;
    }

    VerifiedIdentity toRecord() {
        return new VerifiedIdentity(issuer, subject, Optional.of(email), true, Optional.of(displayName));
    }

    String provider() {
        return provider;
    }

    boolean isGood(Instant now) {
        return Micros.of(now) < expiresAt;
    }
}
