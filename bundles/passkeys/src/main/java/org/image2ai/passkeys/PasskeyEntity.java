package org.image2ai.passkeys;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;

/** A passkey as it is kept. */
@Entity
@Table(name = "psk_passkey")
@NamedQueries({
    @NamedQuery(name = "Passkey.byCredential", query = "SELECT p FROM PasskeyEntity p WHERE p.credentialHash = :hash"),
    @NamedQuery(
            name = "Passkey.ofAccount",
            query = "SELECT p FROM PasskeyEntity p WHERE p.account = :account ORDER BY p.createdAt DESC, p.id DESC"),
    @NamedQuery(
            name = "Passkey.used",
            query = "UPDATE PasskeyEntity p SET p.signCount = :counter, p.usedAt = :now"
                    + " WHERE p.id = :id AND (p.signCount < :counter OR (p.signCount = 0 AND :counter = 0))"),
    @NamedQuery(
            name = "Passkey.remove",
            query = "DELETE FROM PasskeyEntity p WHERE p.account = :account AND p.id = :id")
})
public class PasskeyEntity {
    @Id
    private String id;

    private String account;
    private String label;

    @Column(name = "credential_hash")
    private String credentialHash;

    private String credential;
    private String transports;

    @Column(name = "backup_eligible")
    private boolean backupEligible;

    @Column(name = "sign_count")
    private long signCount;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "used_at")
    private Long usedAt;

    static PasskeyEntity from(AccountId account, String name, Passkey.Credential credential, Instant now) {
        PasskeyEntity entity = new PasskeyEntity();
        entity.id = Ids.next("psk");
        entity.account = account.value();
        entity.label = name;
        entity.credentialHash = Secrets.hash(credential.id());
        entity.credential = credential.id() + " " + credential.attested();
        entity.transports = String.join(" ", credential.transports());
        entity.backupEligible = credential.backupEligible();
        entity.signCount = credential.counter();
        entity.createdAt = Micros.of(now);
        return entity;
    }

    Passkey toRecord() {
        String[] parts = credential.split(" ");
        List<String> ways =
                Stream.of(transports.split(" ")).filter(way -> !way.isEmpty()).toList();
        return new Passkey(
                id,
                new AccountId(account),
                label,
                new Passkey.Credential(parts[0], parts[1], ways, backupEligible, signCount),
                Micros.instant(createdAt),
                Micros.optional(usedAt));
    }
}
