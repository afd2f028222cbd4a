package org.image2ai.admin;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQuery;
import javax.persistence.Table;

/** The two ends of the chain. */
@Entity
@Table(name = "adm_audit_head")
@NamedQuery(
        name = "AuditHead.lock",
        query = "UPDATE AuditHeadEntity h SET h.number = h.number WHERE h.id = '" + AuditHeadEntity.ID + "'")
public class AuditHeadEntity {
    static final String ID = "audit";

    @Id
    private String id;

    @Column(name = "line_number")
    private long number;

    private String hash;

    @Column(name = "swept_number")
    private long sweptNumber;

    @Column(name = "swept_hash")
    private String sweptHash;

    void moveTo(AuditEntity last) {
        number = last.number();
        hash = last.hash();
    }

    void beginAfter(AuditEntity swept) {
        sweptNumber = swept.number();
        sweptHash = swept.hash();
    }

    long number() {
        return number;
    }

    String hash() {
        return hash;
    }

    /** The number of the last row that was taken away because its time was over; 0 for none. */
    long sweptNumber() {
        return sweptNumber;
    }

    String sweptHash() {
        return sweptHash;
    }
}
