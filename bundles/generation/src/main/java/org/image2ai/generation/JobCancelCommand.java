package org.image2ai.generation;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.api.JobId;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.kit.jpa.Transactions;
import org.image2ai.kit.shell.PlatformCommand;

/** Cancels a job. */
@Service
@Command(scope = "image2ai", name = "job-cancel", description = "Cancels a job; it costs nothing")
public final class JobCancelCommand extends PlatformCommand {
    @Argument(name = "JOB", description = "The id of a job", required = true)
    @Completion(JobCompleter.class)
    private String job;

    @Reference
    private JobService jobs;

    @Reference
    private Transactions transactions;

    @Reference
    private AuditTrail audit;

    @Reference
    private Session session;

    @Override
    protected Object run() {
        String actor = "shell:" + session.get("USER");
        return JobView.of(transactions.required(() -> {
            audit.record(new AuditEntry(Instant.now(), actor, "admin:job:cancel", job, Map.of()));
            return jobs.cancel(new JobId(job));
        }));
    }

    @Override
    protected void print(Object result, PrintStream out) {
        JobView view = (JobView) result;
        out.println(view.id() + " is " + view.state() + (view.state().ended() ? "." : "; its model is asked to stop."));
    }
}
