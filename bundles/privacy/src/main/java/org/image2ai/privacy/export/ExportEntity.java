package org.image2ai.privacy.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.kit.Micros;
import org.image2ai.kit.paging.Keyset;

/** A row of a copy. It changes by conditional updates only, so that a copy that was erased meanwhile is not written on. */
@Entity
@Table(name = "prv_export")
@NamedQueries({
    @NamedQuery(
            name = "export.ofAccount",
            query = "SELECT e FROM ExportEntity e WHERE e.account = :account"
                    + " AND (e.createdAt < :at OR (e.createdAt = :at AND e.id < :id))"
                    + " ORDER BY e.createdAt DESC, e.id DESC"),
    @NamedQuery(name = "export.ofRequest", query = "SELECT e FROM ExportEntity e WHERE e.request = :request"),
    @NamedQuery(
            name = "export.due",
            query =
                    "SELECT e FROM ExportEntity e WHERE e.state = 'RUNNING' AND e.nextAt <= :now ORDER BY e.createdAt, e.id"),
    @NamedQuery(
            name = "export.untold",
            query =
                    "SELECT e FROM ExportEntity e WHERE e.state <> 'RUNNING' AND e.told = 0 ORDER BY e.createdAt, e.id"),
    @NamedQuery(name = "export.over", query = "SELECT e FROM ExportEntity e WHERE e.expiresAt <= :now"),
    @NamedQuery(
            name = "export.advance",
            query = "UPDATE ExportEntity e SET e.step = :step, e.cursor = :cursor, e.inStep = :inStep,"
                    + " e.items = :items, e.gaps = :gaps, e.parts = :parts, e.missing = :missing, e.attempts = 0,"
                    + " e.nextAt = 0 WHERE e.id = :id AND e.parts = :before AND e.state = 'RUNNING'"),
    @NamedQuery(
            name = "export.end",
            query = "UPDATE ExportEntity e SET e.state = :state, e.bytes = :bytes, e.parts = :parts,"
                    + " e.gapNames = :gapNames, e.reason = :reason, e.expiresAt = :expires"
                    + " WHERE e.id = :id AND e.state = 'RUNNING'"),
    @NamedQuery(
            name = "export.wait",
            query = "UPDATE ExportEntity e SET e.attempts = e.attempts + 1, e.nextAt = :next"
                    + " WHERE e.id = :id AND e.state = 'RUNNING'"),
    @NamedQuery(name = "export.told", query = "UPDATE ExportEntity e SET e.told = 1 WHERE e.id = :id"),
    @NamedQuery(name = "export.remove", query = "DELETE FROM ExportEntity e WHERE e.id = :id")
})
public class ExportEntity {
    @Id
    private String id;

    private String request;
    private String account;
    private String state;

    @Column(name = "steps", length = 1_000_000)
    private String plan;

    @Column(name = "at_step")
    private int step;

    @Column(name = "page_cursor", length = 1_000_000)
    private String cursor;

    @Column(name = "in_step")
    private long inStep;

    private long items;
    private long gaps;
    private int parts;

    @Column(length = 1_000_000)
    private String missing;

    @Column(name = "gap_names", length = 1_000_000)
    private String gapNames;

    private long bytes;

    @Column(length = 1_000)
    private String reason;

    private int attempts;
    private int told;

    @Column(name = "next_at")
    private long nextAt;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "expires_at")
    private Long expiresAt;

    static ExportEntity of(String id, String request, AccountId subject, Instant created) {
        ExportEntity row = new ExportEntity();
        row.id = id;
        row.request = request;
        row.account = subject.value();
        row.state = ExportView.State.RUNNING.name();
        row.plan = "[]";
        row.cursor = "";
        row.missing = "[]";
        row.gapNames = "[]";
        row.reason = "";
        row.createdAt = Micros.of(created);
        return row;
    }

    ExportEntity steps(List<Step> steps) {
        plan = Notes.write(steps);
        return this;
    }

    Export toRecord() {
        return new Export(
                id,
                request,
                new AccountId(account),
                ExportView.State.valueOf(state),
                Micros.instant(createdAt),
                Micros.optional(expiresAt),
                Notes.steps(plan),
                new Export.Progress(
                        step,
                        Optional.of(cursor).filter(c -> !c.isEmpty()),
                        inStep,
                        items,
                        gaps,
                        parts,
                        Notes.words(missing)),
                bytes,
                attempts,
                Notes.words(gapNames),
                reason);
    }

    Keyset keyset() {
        return new Keyset(createdAt, id);
    }
}
