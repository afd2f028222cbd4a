package org.image2ai.privacy.policy;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;

/** A time that the register was published. */
@Entity
@Table(name = "prv_publication")
@NamedQueries(
        @NamedQuery(
                name = "publication.newest",
                query = "SELECT p FROM PublicationEntity p ORDER BY p.publishedAt DESC, p.id DESC"))
public class PublicationEntity {
    @Id
    private String id;

    @Column(name = "published_by")
    private String publishedBy;

    @Column(name = "published_at")
    private long publishedAt;

    static PublicationEntity of(Instant at, String by) {
        PublicationEntity row = new PublicationEntity();
        row.id = Ids.next("pub");
        row.publishedBy = by;
        row.publishedAt = Micros.of(at);
        return row;
    }

    Instant publishedAt() {
        return Micros.instant(publishedAt);
    }
}
