package org.image2ai.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.kit.Micros;

/** An address that hears of an account's events. */
@Entity
@Table(name = "ntf_endpoint")
@NamedQueries({
    @NamedQuery(
            name = "endpoint.ofAccount",
            query = "SELECT e FROM EndpointEntity e WHERE e.account = :account ORDER BY e.created DESC, e.id DESC"),
    @NamedQuery(name = "endpoint.newest", query = "SELECT e FROM EndpointEntity e ORDER BY e.created DESC, e.id DESC"),
    @NamedQuery(
            name = "endpoint.disable",
            query = "UPDATE EndpointEntity e SET e.enabled = FALSE, e.disabledReason = :reason, e.updated = :now"
                    + " WHERE e.id = :id"),
    @NamedQuery(
            name = "endpoint.remove",
            query = "DELETE FROM EndpointEntity e WHERE e.id = :id AND e.account = :account"),
})
public class EndpointEntity {
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "account_id")
    private String account;

    @Column(name = "url")
    private String url;

    @Column(name = "events")
    private String events;

    @Column(name = "description")
    private String description;

    @Column(name = "enabled")
    private boolean enabled;

    @Column(name = "disabled_reason")
    private String disabledReason;

    @Column(name = "secret")
    private String secret;

    @Column(name = "previous_secret")
    private String previousSecret;

    @Column(name = "previous_until")
    private long previousUntil;

    @Column(name = "created_at")
    private long created;

    @Column(name = "updated_at")
    private long updated;

    protected EndpointEntity() {}

    static EndpointEntity of(String id, AccountId account, String sealedSecret, Instant now) {
        EndpointEntity row = new EndpointEntity();
        row.id = id;
        row.account = account.value();
        row.secret = sealedSecret;
        row.description = "";
        row.disabledReason = "";
        row.enabled = true;
        row.created = Micros.of(now);
        row.updated = row.created;
        return row;
    }

    void change(EndpointBody body, Instant now) {
        body.url().ifPresent(to -> url = to);
        body.events().ifPresent(to -> events = String.join(" ", to));
        body.description().ifPresent(to -> description = to);
        body.enabled().ifPresent(to -> {
            enabled = to;
            disabledReason = "";
        });
        updated = Micros.of(now);
    }

    void rotate(String sealedSecret, Instant previousEnds, Instant now) {
        previousSecret = secret;
        previousUntil = Micros.of(previousEnds);
        secret = sealedSecret;
        updated = Micros.of(now);
    }

    /** The sealed secrets that sign now, the newest first. */
    List<String> secrets(Instant now) {
        return previousSecret != null && Micros.of(now) < previousUntil
                ? List.of(secret, previousSecret)
                : List.of(secret);
    }

    boolean hears(String event) {
        return enabled && List.of(events.split(" ")).stream().anyMatch(e -> e.equals("*") || e.equals(event));
    }

    boolean isOf(AccountId owner) {
        return account.equals(owner.value());
    }

    EndpointView toRecord() {
        return new EndpointView(
                id,
                new AccountId(account),
                url,
                List.of(events.split(" ")),
                description,
                enabled,
                Optional.of(disabledReason).filter(reason -> !reason.isEmpty()),
                Micros.instant(created),
                Micros.instant(updated),
                Optional.empty());
    }
}
