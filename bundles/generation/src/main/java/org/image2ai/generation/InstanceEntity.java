package org.image2ai.generation;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;

/** A server that runs jobs, and when it was last seen. */
@Entity
@Table(name = "gen_instance")
@NamedQueries({
    @NamedQuery(name = "instance.seen", query = "UPDATE InstanceEntity i SET i.seen = :now WHERE i.id = :id"),
    @NamedQuery(name = "instance.living", query = "SELECT i.id FROM InstanceEntity i WHERE i.seen >= :since"),
})
public class InstanceEntity {
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "seen_at")
    private long seen;

    protected InstanceEntity() {}

    static InstanceEntity of(String id, long seen) {
        InstanceEntity row = new InstanceEntity();
        row.id = id;
        row.seen = seen;
        return row;
    }
}
