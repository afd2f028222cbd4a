package org.image2ai.privacy.roster;

import java.nio.charset.StandardCharsets;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.Micros;
import org.image2ai.kit.privacy.Declarations;

/** A row of a declaration that was admitted once. */
@Entity
@Table(name = "prv_declaration")
@NamedQuery(
        name = "declaration.before",
        query = "SELECT d FROM DeclarationEntity d WHERE d.bundle = :bundle AND d.version < :version"
                + " ORDER BY d.version DESC")
public class DeclarationEntity {
    @Id
    private String id;

    private String bundle;

    @Column(name = "version_number")
    private int version;

    private String digest;

    @Column(length = 1_000_000)
    private String declaration;

    @Column(name = "admitted_at")
    private long admittedAt;

    static DeclarationEntity from(Member member, int version, String declaration) {
        DeclarationEntity row = new DeclarationEntity();
        row.id = member.bundle() + "#" + version;
        row.bundle = member.bundle();
        row.version = version;
        row.digest = member.digest();
        row.declaration = declaration;
        row.admittedAt = Micros.of(member.admitted());
        return row;
    }

    int version() {
        return version;
    }

    long admittedAt() {
        return admittedAt;
    }

    PrivacyDeclaration toRecord() {
        return Declarations.parse(declaration.getBytes(StandardCharsets.UTF_8));
    }
}
