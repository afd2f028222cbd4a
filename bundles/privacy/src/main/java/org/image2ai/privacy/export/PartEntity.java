package org.image2ai.privacy.export;

import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;

/** A row of a durable part of a copy. */
@Entity
@Table(name = "prv_export_part")
@NamedQueries({
    @NamedQuery(name = "part.ofExport", query = "SELECT p FROM PartEntity p WHERE p.export = :export ORDER BY p.part"),
    @NamedQuery(name = "part.remove", query = "DELETE FROM PartEntity p WHERE p.export = :export")
})
public class PartEntity {
    @Id
    private String id;

    @Column(name = "export_id")
    private String export;

    private int part;

    @Column(name = "at_step")
    private int step;

    private long bytes;
    private long items;
    private long gaps;

    static PartEntity of(String export, PartRow part) {
        PartEntity row = new PartEntity();
        row.id = export + String.format(Locale.ROOT, "-%06d", part.number());
        row.export = export;
        row.part = part.number();
        row.step = part.step();
        row.bytes = part.bytes();
        row.items = part.items();
        row.gaps = part.gaps();
        return row;
    }

    PartRow toRecord() {
        return new PartRow(part, step, bytes, items, gaps);
    }
}
