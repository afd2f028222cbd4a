package org.image2ai.generation;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.AccountId;
import org.image2ai.api.PageRequest;
import org.image2ai.api.generation.Job;
import org.image2ai.kit.shell.PlatformCommand;

/** Lists jobs, newest first. */
@Service
@Command(scope = "image2ai", name = "job-list", description = "Lists jobs, newest first")
public final class JobListCommand extends PlatformCommand {
    @Option(name = "--account", description = "Only those of this account")
    private String account;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 50;

    @Reference
    private JobRows rows;

    @Override
    protected Object run() {
        PageRequest page = PageRequest.first(limit);
        List<Job> jobs = account == null
                ? rows.newest(page.limit())
                : rows.list(new AccountId(account), page).items();
        return jobs.stream().map(OwnedJob::of).toList();
    }

    /** A job and whose it is. Its words are the person's and are not shown in a list. */
    public record OwnedJob(
            String id,
            String account,
            String state,
            String operation,
            String model,
            int count,
            String progress,
            Object created) {
        static OwnedJob of(Job job) {
            return new OwnedJob(
                    job.id().value(),
                    job.owner().value(),
                    job.state().name(),
                    job.request().operation().wireName(),
                    job.receipt().map(Job.Receipt::model).orElse(job.request().model()),
                    job.request().count(),
                    Math.round(job.progress() * 100) + " %",
                    job.times().created());
        }
    }

    @Override
    protected void print(Object result, PrintStream out) {
        List<List<?>> rowsToPrint = new java.util.ArrayList<>();
        for (Object row : (List<?>) result) {
            OwnedJob job = (OwnedJob) row;
            rowsToPrint.add(List.of(
                    job.id(),
                    job.account(),
                    job.state(),
                    job.operation(),
                    job.model(),
                    job.count(),
                    job.progress(),
                    job.created()));
        }
        table(
                out,
                List.of("Job", "Account", "State", "Operation", "Model", "Images", "Progress", "Created"),
                rowsToPrint);
    }
}
