package org.image2ai.privacy.request;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.kit.Micros;

/** A row of a copy outside. */
@Entity
@Table(name = "prv_task")
@NamedQuery(name = "task.ofRequest", query = "SELECT t FROM TaskEntity t WHERE t.request = :request ORDER BY t.id")
public class TaskEntity {
    @Id
    private String id;

    private String request;
    private String bundle;
    private String recipient;
    private String mode;
    private String state;

    @Column(name = "due_at")
    private Long dueAt;

    private String evidence;

    @Column(name = "settled_by")
    private String settledBy;

    @Column(name = "settled_at")
    private Long settledAt;

    static TaskEntity from(String request, ExternalTask task) {
        TaskEntity row = new TaskEntity();
        row.id = task.id();
        row.request = request;
        row.bundle = task.bundle();
        row.recipient = task.recipient();
        row.mode = task.mode();
        row.state = task.state().name();
        row.dueAt = task.due().map(Micros::of).orElse(null);
        row.evidence = task.evidence();
        row.settledBy = "";
        return row;
    }

    ExternalTask toRecord() {
        return new ExternalTask(
                id,
                bundle,
                recipient,
                mode,
                ExternalTask.State.valueOf(state),
                Micros.optional(dueAt),
                evidence,
                settledBy,
                Micros.optional(settledAt));
    }

    String request() {
        return request;
    }

    void settle(String proof, String by, Instant at) {
        state = ExternalTask.State.DONE.name();
        evidence = proof;
        settledBy = by;
        settledAt = Micros.of(at);
    }
}
