package org.image2ai.privacy.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;

/** A row of the report of a sweep; it counts, and names nobody. */
@Entity
@Table(name = "prv_sweep")
@NamedQueries({
    @NamedQuery(name = "sweep.newest", query = "SELECT s FROM SweepEntity s ORDER BY s.createdAt DESC, s.id DESC"),
    @NamedQuery(name = "sweep.forget", query = "DELETE FROM SweepEntity s WHERE s.createdAt < :before")
})
public class SweepEntity {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    private String id;

    @Column(name = "dry_run")
    private boolean dryRun;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "lines", length = 1_000_000)
    private String lines;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "ended_at")
    private long endedAt;

    static SweepEntity from(Sweep sweep) {
        SweepEntity row = new SweepEntity();
        row.id = sweep.id();
        row.dryRun = sweep.dryRun();
        row.startedBy = sweep.startedBy();
        row.createdAt = Micros.of(sweep.started());
        row.endedAt = Micros.of(sweep.ended());
        try {
            row.lines = JSON.writeValueAsString(sweep.lines());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report of plain values can be written", e);
        }
        return row;
    }

    Sweep toRecord() {
        try {
            List<Sweep.Line> read = JSON.readValue(lines, new TypeReference<List<Sweep.Line>>() {});
            return new Sweep(id, dryRun, startedBy, Micros.instant(createdAt), Micros.instant(endedAt), read);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report of " + id + " cannot be read", e);
        }
    }
}
