package org.image2ai.generation;

import java.util.Optional;
import org.image2ai.tck.jpa.TestUnit;

/** The parts of jobs that live and die with a process. */
final class Server implements AutoCloseable {
    /** What every API key may spend here. */
    static final long CAP = 5;

    final Running running = new Running();
    final JobService jobs;
    final WorkService work;
    final EndNotices notices;
    final Admission admission;
    final Handover handover;

    private final JobRows rows;
    private final Lease lease;
    private final Endings endings;

    /** One where every job waits for its worker in the rows. */
    Server(JobRows rows, JobHub hub, Platform platform, TestUnit unit) {
        this(rows, hub, platform, unit, 0);
    }

    Server(JobRows rows, JobHub hub, Platform platform, TestUnit unit, int maxDirect) {
        this.rows = rows;
        GenerationConfig config = Platform.config(2, maxDirect);
        notices = new EndNotices(rows, unit);
        JobReview reviews = new JobReview(config, platform.library, platform.review);
        WaitingLine line = new WaitingLine(rows, running);
        endings = new Endings(rows, platform.credits, platform.library, notices, unit);
        lease = new Lease(config, rows, hub, running, endings, new Wakeups());
        handover = new Handover(lease, running);
        admission = new Admission(
                config,
                rows,
                hub,
                platform.router,
                platform.credits,
                unit,
                new Wakeups(),
                platform.library,
                line,
                notices,
                key -> Optional.of(CAP),
                handover,
                reviews);
        work = new WorkService(
                line, rows, hub, running, endings, lease, platform.router, platform.library, unit, handover, reviews);
        jobs = new JobService(rows, hub, admission, running, endings, unit);
    }

    @Override
    public void close() {
        lease.close();
    }
}
