package org.image2ai.generation;

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
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.CallContext;
import org.image2ai.api.HoldId;
import org.image2ai.api.JobId;
import org.image2ai.api.RequestId;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.generation.JobTerms;
import org.image2ai.kit.Micros;
import org.image2ai.kit.paging.Keyset;

/** A row of a job: the truth about it. */
@Entity
@Table(name = "gen_job")
@NamedQueries({
    @NamedQuery(name = "job.page", query = "SELECT j" + JobEntity.BEHIND),
    @NamedQuery(name = "job.keys", query = "SELECT j.created, j.id" + JobEntity.BEHIND),
    @NamedQuery(name = "job.newest", query = "SELECT j FROM JobEntity j ORDER BY j.created DESC, j.id DESC"),
    @NamedQuery(
            name = "job.waitingOwners",
            query = "SELECT j.owner, MIN(j.created) FROM JobEntity j WHERE j.state = 'QUEUED' GROUP BY j.owner"),
    @NamedQuery(
            name = "job.waitingOf",
            query = "SELECT j.id, j.operation, j.model FROM JobEntity j WHERE j.state = 'QUEUED' AND j.owner = :owner"
                    + " ORDER BY j.created, j.id"),
    @NamedQuery(
            name = "job.queuedOf",
            query = "SELECT COUNT(j) FROM JobEntity j WHERE j.state = 'QUEUED' AND j.owner = :owner"),
    @NamedQuery(name = "job.queued", query = "SELECT COUNT(j) FROM JobEntity j WHERE j.state = 'QUEUED'"),
    @NamedQuery(
            name = "job.byFingerprint",
            query = "SELECT j FROM JobEntity j WHERE j.owner = :owner AND j.fingerprint = :fingerprint"
                    + " AND j.created > :since AND j.state <> 'FAILED' ORDER BY j.created, j.id"),
    @NamedQuery(
            name = "job.spentByKey",
            query = "SELECT SUM(j.creditsSpent) FROM JobEntity j WHERE j.apiKey = :apiKey"),
    @NamedQuery(
            name = "job.heldByKey",
            query = "SELECT SUM(j.creditsHeld) FROM JobEntity j WHERE j.apiKey = :apiKey"
                    + " AND j.state IN ('QUEUED', 'RUNNING')"),
    @NamedQuery(
            name = "job.before",
            query = "SELECT COUNT(j) FROM JobEntity j WHERE j.state = 'QUEUED' AND j.created < :at"),
    @NamedQuery(
            name = "job.claim",
            query = "UPDATE JobEntity j SET j.state = 'RUNNING', j.instance = :instance, j.attempt = j.attempt + 1,"
                    + " j.started = :now, j.progress = 0, j.message = '' WHERE j.id = :id AND j.state = 'QUEUED'"),
    @NamedQuery(
            name = "job.end",
            query = "UPDATE JobEntity j SET j.state = :state, j.ended = :now"
                    + " WHERE j.id = :id AND j.state = :from AND j.attempt = :attempt"),
    @NamedQuery(
            name = "job.succeed",
            query = "UPDATE JobEntity j SET j.state = 'SUCCEEDED', j.ended = :now WHERE j.id = :id"
                    + " AND j.state = 'RUNNING' AND j.attempt = :attempt AND j.cancelRequested = FALSE"),
    @NamedQuery(
            name = "job.requeue",
            query = "UPDATE JobEntity j SET j.state = 'QUEUED', j.instance = '', j.progress = 0, j.message = '',"
                    + " j.givenBack = j.givenBack + :uncounted"
                    + " WHERE j.id = :id AND j.state = 'RUNNING' AND j.attempt = :attempt"),
    @NamedQuery(
            name = "job.progress",
            query = "UPDATE JobEntity j SET j.progress = :progress, j.message = :message"
                    + " WHERE j.id = :id AND j.state = 'RUNNING' AND j.attempt = :attempt"),
    @NamedQuery(
            name = "job.checkpoint",
            query = "UPDATE JobEntity j SET j.vendorCheckpoint = :checkpoint"
                    + " WHERE j.id = :id AND j.state = 'RUNNING' AND j.attempt = :attempt"),
    @NamedQuery(
            name = "job.cancelRunning",
            query = "UPDATE JobEntity j SET j.cancelRequested = TRUE WHERE j.id = :id AND j.state = 'RUNNING'"),
    @NamedQuery(
            name = "job.running",
            query = "SELECT j FROM JobEntity j WHERE j.state = 'RUNNING' AND j.instance = :instance"),
    @NamedQuery(
            name = "job.runningElsewhere",
            query = "SELECT j FROM JobEntity j WHERE j.state = 'RUNNING' AND j.instance <> :instance"),
})
public class JobEntity {
    /** Said, and with the owner, so that an index has the page as it is: H2 would sort all of theirs for every page. */
    static final String BEHIND = " FROM JobEntity j WHERE j.owner = :owner AND j.created <= :at"
            + " AND (j.created < :at OR j.id < :id) ORDER BY j.owner, j.created DESC, j.id DESC";

    @Id
    private String id;

    @Column(name = "owner_id")
    private String owner;

    @Column(name = "request_id")
    private String requestId;

    private String state;

    private String operation;

    private String model;

    @Column(name = "image_count")
    private int count;

    @Column(name = "request", length = 1_000_000)
    private String request;

    @Column(name = "hold_id")
    private String hold;

    @Column(name = "credits_held")
    private long creditsHeld;

    @Column(name = "credits_spent")
    private long creditsSpent;

    @Column(name = "api_key_id")
    private String apiKey;

    @Column(name = "fingerprint")
    private String fingerprint;

    @Column(name = "webhook")
    private String webhook;

    @Column(name = "instance_id")
    private String instance;

    @Column(name = "attempt")
    private int attempt;

    @Column(name = "given_back")
    private int givenBack;

    @Column(name = "cancel_requested")
    private boolean cancelRequested;

    /** Whether it is written down to whom it goes; not so for jobs older than that record. */
    @Column(name = "disclosed")
    private boolean disclosed;

    @Column(name = "vendor_checkpoint")
    private String vendorCheckpoint;

    @Column(name = "progress")
    private double progress;

    @Column(name = "message")
    private String message;

    @Column(name = "outputs", length = 1_000_000)
    private String outputs;

    @Column(name = "receipt", length = 1_000_000)
    private String receipt;

    @Column(name = "error", length = 1_000_000)
    private String error;

    @Column(name = "created_at")
    private long created;

    @Column(name = "started_at")
    private Long started;

    @Column(name = "ended_at")
    private Long ended;

    static JobEntity of(JobId id, CallContext context, JobRequest request, JobTerms terms, JobWords words) {
        JobEntity row = new JobEntity();
        row.id = id.value();
        row.owner = context.account().value();
        row.requestId = context.requestId().value();
        row.state = JobState.QUEUED.name();
        row.operation = request.operation().wireName();
        row.model = request.model();
        row.count = request.count();
        row.request = words.seal(context.account(), StoredRequest.of(request));
        row.apiKey = terms.apiKey().map(ApiKeyId::value).orElse(null);
        row.fingerprint = terms.repeat().map(JobTerms.Repeat::fingerprint).orElse(null);
        row.webhook = terms.webhook().orElse(null);
        row.instance = "";
        row.message = "";
        row.disclosed = true;
        row.outputs = JobJson.write(StoredOutput.pending(request.count()));
        return row;
    }

    /** As the conditional update does, for a row that nobody has seen yet. */
    void claim(String by, Instant now) {
        state = JobState.RUNNING.name();
        instance = by;
        attempt = 1;
        started = Micros.of(now);
    }

    void admitted(HoldId holdId, long credits, Instant now) {
        hold = holdId.value();
        creditsHeld = credits;
        created = Micros.of(now);
    }

    HoldId hold() {
        return new HoldId(hold);
    }

    long creditsHeld() {
        return creditsHeld;
    }

    Optional<String> webhook() {
        return Optional.ofNullable(webhook);
    }

    JobId id() {
        return new JobId(id);
    }

    AccountId owner() {
        return new AccountId(owner);
    }

    RequestId requestId() {
        return new RequestId(requestId);
    }

    JobState state() {
        return JobState.valueOf(state);
    }

    int attempt() {
        return attempt;
    }

    /** How often it was begun in earnest: what was given back because its model was away does not count. */
    int tries() {
        return attempt - givenBack;
    }

    String instance() {
        return instance;
    }

    boolean cancelRequested() {
        return cancelRequested;
    }

    Optional<String> vendorCheckpoint() {
        return Optional.ofNullable(vendorCheckpoint);
    }

    /** What the terminal transaction leaves. */
    void succeeded(List<Job.Output> made, Job.Receipt what, JobWords words) {
        progress = 1;
        message = "";
        vendorCheckpoint = null;
        creditsSpent = what.credits();
        outputs = JobJson.write(made.stream().map(StoredOutput::of).toList());
        receipt = words.seal(owner(), what);
    }

    /** What the terminal transaction of a failure leaves; a cancellation has no error. */
    void failed(Optional<Job.Failure> why) {
        message = "";
        vendorCheckpoint = null;
        outputs = JobJson.write(StoredOutput.failed(count));
        error = why.map(JobJson::write).orElse(null);
    }

    Job toRecord(JobWords words, Optional<Integer> queuePosition) {
        return new Job(
                id(),
                owner(),
                state(),
                words.open(owner(), request, StoredRequest.class)
                        .orElseGet(() -> StoredRequest.shredded(operation, model, count))
                        .toRecord(),
                progress,
                message,
                queuePosition,
                JobJson.readList(outputs, StoredOutput.class).stream()
                        .map(StoredOutput::toRecord)
                        .toList(),
                words.open(owner(), receipt, Job.Receipt.class),
                Optional.ofNullable(error).map(json -> JobJson.read(json, Job.Failure.class)),
                new Job.Times(Micros.instant(created), Micros.optional(started), Micros.optional(ended)));
    }

    Keyset keyset() {
        return new Keyset(created, id);
    }
}
