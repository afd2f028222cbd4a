package org.image2ai.privacy.request;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;

/** A link of a chain. It is written once and never changed; nothing here can. */
@Entity
@Table(name = "prv_event")
@NamedQueries({
    @NamedQuery(
            name = "event.ofRequest",
            query = "SELECT e FROM EventEntity e WHERE e.request = :request ORDER BY e.seq"),
    @NamedQuery(name = "event.requests", query = "SELECT DISTINCT e.request FROM EventEntity e WHERE e.kind = :kind")
})
public class EventEntity {
    @Id
    private String id;

    private String request;
    private int seq;

    @Column(name = "at_micros")
    private long atMicros;

    private String kind;
    private String about;
    private String sealed;
    private String hash;

    static EventEntity of(String request, int seq, Instant at, EventKind kind, String about) {
        EventEntity row = new EventEntity();
        row.id = request + "/" + seq;
        row.request = request;
        row.seq = seq;
        row.atMicros = Micros.of(at);
        row.kind = kind.name();
        row.about = about;
        return row;
    }

    void seal(String ciphertext, String chained) {
        sealed = ciphertext;
        hash = chained;
    }

    String id() {
        return id;
    }

    int seq() {
        return seq;
    }

    long atMicros() {
        return atMicros;
    }

    String kind() {
        return kind;
    }

    String about() {
        return about;
    }

    String sealed() {
        return sealed;
    }

    String hash() {
        return hash;
    }
}
