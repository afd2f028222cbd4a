package org.image2ai.privacy.roster;

import java.nio.charset.StandardCharsets;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;
import org.image2ai.kit.privacy.Declarations;

/** A row of a member of the roster. */
@Entity
@Table(name = "prv_member")
@NamedQueries({
    @NamedQuery(name = "member.all", query = "SELECT m FROM MemberEntity m ORDER BY m.bundle"),
    @NamedQuery(
            name = "member.state",
            query = "UPDATE MemberEntity m SET m.state = :state, m.reason = :reason WHERE m.bundle = :bundle"),
    @NamedQuery(name = "member.remove", query = "DELETE FROM MemberEntity m WHERE m.bundle = :bundle")
})
public class MemberEntity {
    @Id
    private String bundle;

    @Column(name = "version_number")
    private int version;

    private String digest;

    @Column(length = 1_000_000)
    private String declaration;

    @Column(name = "admitted_at")
    private long admittedAt;

    private String state;
    private String reason;

    static MemberEntity from(Member member, int version, String declaration) {
        MemberEntity row = new MemberEntity();
        row.bundle = member.bundle();
        row.version = version;
        row.digest = member.digest();
        row.declaration = declaration;
        row.admittedAt = Micros.of(member.admitted());
        row.state = member.state().name();
        row.reason = member.reason();
        return row;
    }

    Member toRecord() {
        return new Member(
                Declarations.parse(declaration.getBytes(StandardCharsets.UTF_8)),
                digest,
                Micros.instant(admittedAt),
                Member.State.valueOf(state),
                reason);
    }

    int version() {
        return version;
    }
}
