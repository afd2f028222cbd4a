package org.image2ai.privacy.request;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.kit.Micros;
import org.image2ai.kit.paging.Keyset;

/** A row of a request: what the worker needs, and the head of its chain. Its state stands nowhere. */
@Entity
@Table(name = "prv_request")
@NamedQueries({
    @NamedQuery(
            name = "request.ofAccount",
            query = "SELECT r FROM RequestEntity r WHERE r.account = :account AND (r.createdAt < :at"
                    + " OR (r.createdAt = :at AND r.id < :id)) ORDER BY r.createdAt DESC, r.id DESC"),
    @NamedQuery(
            name = "request.before",
            query = "SELECT r FROM RequestEntity r WHERE r.createdAt < :at"
                    + " OR (r.createdAt = :at AND r.id < :id) ORDER BY r.createdAt DESC, r.id DESC"),
    @NamedQuery(
            name = "request.next",
            query = "SELECT r.id FROM RequestEntity r WHERE r.nextAt <= :now ORDER BY r.nextAt"),
    @NamedQuery(
            name = "request.alarms",
            query = "SELECT r.id FROM RequestEntity r WHERE r.alarmAt <= :now ORDER BY r.alarmAt"),
    @NamedQuery(
            name = "request.overdue",
            query =
                    "SELECT r.id FROM RequestEntity r WHERE r.dueAt <= :now AND r.alarmAt IS NOT NULL ORDER BY r.dueAt"),
    @NamedQuery(
            name = "request.claim",
            query = "UPDATE RequestEntity r SET r.leaseOwner = :me, r.leaseUntil = :until WHERE r.id = :id"
                    + " AND (r.leaseUntil <= :now OR r.leaseOwner = :me)"),
    @NamedQuery(
            name = "request.schedule",
            query = "UPDATE RequestEntity r SET r.nextAt = :next WHERE r.id = :id AND r.nextAt = :seen"),
    @NamedQuery(name = "request.byLink", query = "SELECT r FROM RequestEntity r WHERE r.linkHash = :hash")
})
public class RequestEntity {
    @Id
    private String id;

    private String account;

    @Column(name = "request_type")
    private String requestType;

    private String law;
    private String about;

    @Column(name = "export_id")
    private String exportId;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "due_at")
    private long dueAt;

    @Column(name = "alarm_at")
    private Long alarmAt;

    private int runs;
    private int looks;

    @Column(name = "ended_at")
    private Long endedAt;

    @Column(name = "next_at")
    private Long nextAt;

    @Column(name = "lease_owner")
    private String leaseOwner;

    @Column(name = "lease_until")
    private long leaseUntil;

    @Column(name = "link_hash")
    private String linkHash;

    @Column(name = "link_until")
    private long linkUntil;

    private int events;
    private String head;

    static RequestEntity from(Request request) {
        RequestEntity row = new RequestEntity();
        row.id = request.id();
        row.account = request.account().value();
        row.requestType = request.type().name();
        row.law = request.law().name();
        row.about = request.about().orElse(null);
        row.createdAt = Micros.of(request.received());
        row.dueAt = Micros.of(request.due());
        row.head = "";
        return row;
    }

    Request toRecord() {
        return new Request(
                id,
                new AccountId(account),
                RequestType.valueOf(requestType),
                Law.valueOf(law),
                Micros.instant(createdAt),
                Micros.instant(dueAt),
                Optional.ofNullable(about),
                Optional.ofNullable(exportId),
                new Request.Progress(runs, looks, Micros.optional(endedAt)));
    }

    Keyset keyset() {
        return new Keyset(createdAt, id);
    }

    Optional<Instant> nextAt() {
        return Micros.optional(nextAt);
    }

    int events() {
        return events;
    }

    String head() {
        return head;
    }

    long linkUntil() {
        return linkUntil;
    }

    void link(String hash, Instant until) {
        linkHash = hash;
        linkUntil = Micros.of(until);
    }

    /** Another link of the chain. */
    void grow(int seq, String hash) {
        events = seq;
        head = hash;
    }

    void next(Optional<Instant> at) {
        nextAt = at.map(Micros::of).orElse(null);
    }

    void alarm(Optional<Instant> at) {
        alarmAt = at.map(Micros::of).orElse(null);
    }

    void due(Instant at) {
        dueAt = Micros.of(at);
    }

    void export(String export) {
        exportId = export;
    }

    /** A further run begins. */
    void run() {
        runs++;
        looks = 0;
        endedAt = null;
    }

    void ended(Instant at) {
        endedAt = Micros.of(at);
    }

    void looked() {
        looks++;
    }
}
