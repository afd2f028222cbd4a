package org.image2ai.generation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.JobId;
import org.image2ai.kit.shell.PlatformCommand;

/** Shows one job. */
@Service
@Command(scope = "image2ai", name = "job-show", description = "Shows one job with its outputs and its receipt")
public final class JobShowCommand extends PlatformCommand {
    @Argument(name = "JOB", description = "The id of a job", required = true)
    @Completion(JobCompleter.class)
    private String job;

    @Reference
    private JobRows rows;

    @Override
    protected Object run() {
        return JobView.of(rows.get(new JobId(job)));
    }

    @Override
    protected void print(Object result, PrintStream out) {
        show((JobView) result, out);
    }

    static void show(JobView job, PrintStream out) {
        List<List<?>> facts = new ArrayList<>();
        facts.add(List.of("job", job.id()));
        facts.add(List.of("state", job.state()));
        facts.add(List.of("operation", job.operation()));
        facts.add(List.of("model", job.model()));
        job.prompt().ifPresent(prompt -> facts.add(List.of("prompt", prompt)));
        facts.add(List.of("parameters", job.parameters()));
        facts.add(List.of("created", job.created()));
        job.started().ifPresent(at -> facts.add(List.of("started", at)));
        job.ended().ifPresent(at -> facts.add(List.of("ended", at)));
        job.receipt().ifPresent(receipt -> {
            facts.add(List.of(
                    "ran", receipt.model() + " by " + receipt.vendor() + ", " + receipt.renderMillis() + " ms"));
            facts.add(List.of("credits", receipt.credits() + " of " + receipt.creditsHeld() + " held"));
        });
        job.error().ifPresent(error -> facts.add(List.of("error", error.message() + " (" + error.code() + ")")));
        job.outputs()
                .forEach(output -> facts.add(List.of(
                        "output " + output.index(),
                        output.status() + output.asset().map(a -> " " + a).orElse(""))));
        table(out, List.of("", ""), facts);
    }
}
