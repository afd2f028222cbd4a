package org.image2ai.security;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;

/** The hash of a code that stands in, once, for a second factor that was lost. */
@Entity
@Table(name = "sec_recovery_code")
@NamedQueries({
    @NamedQuery(
            name = "RecoveryCode.use",
            query = "DELETE FROM RecoveryCodeEntity r WHERE r.account = :account AND r.hash = :hash"),
    @NamedQuery(name = "RecoveryCode.erase", query = "DELETE FROM RecoveryCodeEntity r WHERE r.account = :account")
})
public class RecoveryCodeEntity {
    @Id
    private String hash;

    private String account;

    static RecoveryCodeEntity from(String hash, String account) {
        RecoveryCodeEntity entity = new RecoveryCodeEntity();
        entity.hash = hash;
        entity.account = account;
        return entity;
    }
}
