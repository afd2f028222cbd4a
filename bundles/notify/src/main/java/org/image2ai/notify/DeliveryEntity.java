package org.image2ai.notify;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;
import org.image2ai.kit.paging.Keyset;

/** One message on its way to one address. */
@Entity
@Table(name = "ntf_delivery")
@NamedQueries({
    @NamedQuery(
            name = "delivery.due",
            query = "SELECT d FROM DeliveryEntity d WHERE d.state = 'QUEUED' AND d.nextAt <= :now"
                    + " AND d.lane NOT IN (:lanes) AND d.account NOT IN (:owners) ORDER BY d.nextAt"),
    @NamedQuery(
            name = "delivery.claim",
            query = "UPDATE DeliveryEntity d SET d.state = 'SENDING', d.tries = d.tries + 1, d.instance = :instance,"
                    + " d.leaseUntil = :until WHERE d.id = :id AND d.state = 'QUEUED' AND d.nextAt <= :now"),
    @NamedQuery(
            name = "delivery.takeBack",
            query = "UPDATE DeliveryEntity d SET d.state = 'QUEUED', d.nextAt = :now"
                    + " WHERE d.state = 'SENDING' AND d.instance = :instance"),
    @NamedQuery(
            name = "delivery.expire",
            query = "UPDATE DeliveryEntity d SET d.state = 'QUEUED', d.nextAt = :now"
                    + " WHERE d.state = 'SENDING' AND d.leaseUntil < :now"),
    @NamedQuery(
            name = "delivery.end",
            query = "UPDATE DeliveryEntity d SET d.state = :state, d.error = :error, d.ended = :now"
                    + " WHERE d.id = :id AND d.state = 'SENDING' AND d.tries = :tries"),
    @NamedQuery(
            name = "delivery.retry",
            query = "UPDATE DeliveryEntity d SET d.state = 'QUEUED', d.error = :error, d.nextAt = :next"
                    + " WHERE d.id = :id AND d.state = 'SENDING' AND d.tries = :tries"),
    @NamedQuery(
            name = "delivery.answered",
            query = "UPDATE DeliveryEntity d SET d.status = :status"
                    + " WHERE d.id = :id AND d.state = 'SENDING' AND d.tries = :tries"),
    @NamedQuery(
            name = "delivery.page",
            query = "SELECT d FROM DeliveryEntity d WHERE d.endpoint = :endpoint"
                    + " AND (d.created < :at OR (d.created = :at AND d.id < :id)) ORDER BY d.created DESC, d.id DESC"),
    @NamedQuery(
            name = "delivery.undisclosed",
            query = "SELECT COUNT(d) FROM DeliveryEntity d WHERE d.account = :account AND d.disclosed = FALSE"),
    @NamedQuery(
            name = "delivery.ofAccount",
            query = "SELECT d FROM DeliveryEntity d WHERE d.account = :account AND d.id > :after ORDER BY d.id"),
    @NamedQuery(name = "delivery.ofEndpoint", query = "DELETE FROM DeliveryEntity d WHERE d.endpoint = :endpoint"),
    @NamedQuery(
            name = "delivery.forget",
            query = "DELETE FROM DeliveryEntity d WHERE d.created < :before AND d.state IN ('DELIVERED', 'DEAD')"
                    + " AND d.account NOT IN (:frozen)"),
})
public class DeliveryEntity {
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "account_id")
    private String account;

    @Column(name = "endpoint_id")
    private String endpoint;

    @Column(name = "url")
    private String url;

    @Column(name = "lane")
    private String lane;

    @Column(name = "message_id")
    private String message;

    @Column(name = "event_type")
    private String type;

    @Column(name = "body", length = 1_000_000)
    private String body;

    @Column(name = "state")
    private String state;

    @Column(name = "tries")
    private int tries;

    @Column(name = "next_at")
    private long nextAt;

    @Column(name = "instance_id")
    private String instance;

    @Column(name = "lease_until")
    private long leaseUntil;

    @Column(name = "http_status")
    private int status;

    @Column(name = "error")
    private String error;

    @Column(name = "created_at")
    private long created;

    @Column(name = "ended_at")
    private Long ended;

    /** Whether it is written down where it goes; not so for deliveries older than that record. */
    @Column(name = "disclosed")
    private boolean disclosed;

    protected DeliveryEntity() {}

    /**
     * Where a message goes.
     *
     * @param endpoint its id; empty for an address that came with a job
     * @param lane what it shares a limit with
     */
    record Where(String account, String endpoint, String url, String lane) {}

    /** What is said. */
    record Said(String message, String type, String body) {}

    /** A delivery as the sender needs it. */
    record Kept(DeliveryView view, Where where, Said said) {}

    static DeliveryEntity of(Where where, Said said, NotifyWords words, Instant now) {
        DeliveryEntity row = new DeliveryEntity();
        row.id = Ids.next("dlv");
        row.account = where.account();
        row.endpoint = where.endpoint();
        row.url = where.url();
        row.lane = where.lane();
        row.message = said.message();
        row.type = said.type();
        row.body = words.seal(where.account(), NotifyPersonalData.DELIVERIES, said.body());
        row.state = Claims.QUEUED;
        row.nextAt = Micros.of(now);
        row.instance = "";
        row.error = "";
        row.disclosed = true;
        row.created = Micros.of(now);
        return row;
    }

    Kept toRecord(NotifyWords words) {
        String opened = words.open(account, NotifyPersonalData.DELIVERIES, body);
        return new Kept(view(), new Where(account, endpoint, url, lane), new Said(message, type, opened));
    }

    DeliveryView view() {
        return new DeliveryView(
                id,
                type,
                message,
                state,
                tries,
                Optional.of(status).filter(code -> code > 0),
                Optional.of(error).filter(why -> !why.isEmpty()),
                Micros.instant(created),
                state.equals(Claims.QUEUED) ? Optional.of(Micros.instant(nextAt)) : Optional.empty(),
                Micros.optional(ended));
    }

    Pump.Due due() {
        return new Pump.Due(id, lane, account);
    }

    Keyset keyset() {
        return new Keyset(created, id);
    }
}
