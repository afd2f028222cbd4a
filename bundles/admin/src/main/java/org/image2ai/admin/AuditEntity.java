package org.image2ai.admin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.kit.Micros;
import org.image2ai.kit.paging.Keyset;

/** One act in the chain. Nothing of a row is ever changed. */
@Entity
@Table(name = "adm_audit")
@NamedQueries({
    @NamedQuery(
            name = "Audit.page",
            query = "SELECT e FROM AuditEntity e WHERE e.number < :below AND (:actor = '' OR e.actor = :actor)"
                    + " AND (:action = '' OR e.action = :action) ORDER BY e.number DESC"),
    @NamedQuery(name = "Audit.after", query = "SELECT e FROM AuditEntity e WHERE e.number > :number ORDER BY e.number"),
    @NamedQuery(
            name = "Audit.ofSubject",
            query = "SELECT e FROM AuditEntity e WHERE e.number > :number"
                    + " AND (e.actor = :subject OR e.target = :subject) ORDER BY e.number"),
    @NamedQuery(name = "Audit.sweep", query = "DELETE FROM AuditEntity e WHERE e.number <= :number"),
})
public class AuditEntity {
    @Id
    @Column(name = "line_number")
    private long number;

    @Column(name = "occurred_at")
    private long at;

    private String actor;
    private String action;
    private String target;
    private String details;

    @Column(name = "prior_hash")
    private String priorHash;

    private String hash;

    static AuditEntity following(AuditHeadEntity head, AuditEntry entry) {
        AuditEntity row = new AuditEntity();
        row.number = head.number() + 1;
        row.at = Micros.of(entry.at());
        row.actor = entry.actor();
        row.action = entry.action();
        row.target = entry.target();
        row.details = AuditDetails.write(entry.details());
        row.priorHash = head.hash();
        row.hash = row.computedHash();
        return row;
    }

    /** What the hash must be: of every column, each behind its length, so that no two rows read the same. */
    final String computedHash() {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(16).putLong(number).putLong(at).flip());
        for (String column : List.of(priorHash, actor, action, target, details)) {
            byte[] bytes = column.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    AuditEntry toRecord() {
        return new AuditEntry(Micros.instant(at), actor, action, target, AuditDetails.read(details));
    }

    Keyset keyset() {
        return new Keyset(number, "");
    }

    long number() {
        return number;
    }

    String priorHash() {
        return priorHash;
    }

    String hash() {
        return hash;
    }

    boolean concerns(String subject) {
        return actor.equals(subject) || target.equals(subject);
    }
}
