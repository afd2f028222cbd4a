package org.image2ai.privacy.policy;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import javax.persistence.Version;
import org.image2ai.kit.Micros;

/** How far the holders of accounts have been told of a new policy. */
@Entity
@Table(name = "prv_notice")
@NamedQueries(
        @NamedQuery(
                name = "notice.open",
                query = "SELECT n.version FROM NoticeEntity n WHERE n.endedAt IS NULL ORDER BY n.version"))
public class NoticeEntity {
    @Id
    @Column(name = "policy_version")
    private String version;

    private String place;

    @Column(name = "started_at")
    private long startedAt;

    @Column(name = "through_at")
    private long throughAt;

    private long told;

    @Column(name = "ended_at")
    private Long endedAt;

    @Version
    private long revision;

    static NoticeEntity of(String version) {
        NoticeEntity row = new NoticeEntity();
        row.version = version;
        row.place = "";
        row.throughAt = -1;
        return row;
    }

    /** Where the accounts go on that are told in this round, newest first; empty at its begin. */
    Optional<String> place() {
        return Optional.of(place).filter(cursor -> !cursor.isEmpty());
    }

    void begin(Instant now) {
        if (place.isEmpty()) {
            startedAt = Micros.of(now);
        }
    }

    /** Whether an account of that age was told in an earlier round. */
    boolean covers(Instant created) {
        return Micros.of(created) <= throughAt;
    }

    void told(int more) {
        told += more;
    }

    void goOnAt(String cursor) {
        place = cursor;
    }

    /** Ends a round: whoever comes after its begin is told in the next. */
    void endRound() {
        throughAt = startedAt;
        place = "";
    }

    void end(Instant now) {
        endedAt = Micros.of(now);
    }

    long toldSoFar() {
        return told;
    }

    boolean ended() {
        return endedAt != null;
    }
}
