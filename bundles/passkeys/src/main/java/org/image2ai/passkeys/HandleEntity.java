package org.image2ai.passkeys;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;

/** By what name the devices of a person know them: random, so that a device that is lost tells nothing of them. */
@Entity
@Table(name = "psk_handle")
@NamedQueries(@NamedQuery(name = "Handle.erase", query = "DELETE FROM HandleEntity h WHERE h.account = :account"))
public class HandleEntity {
    @Id
    private String account;

    private String handle;

    @Column(name = "created_at")
    private long createdAt;

    static HandleEntity from(String account, Instant now) {
        HandleEntity entity = new HandleEntity();
        entity.account = account;
        entity.handle = Secrets.next();
        entity.createdAt = Micros.of(now);
        return entity;
    }

    String handle() {
        return handle;
    }

    Instant created() {
        return Micros.instant(createdAt);
    }
}
