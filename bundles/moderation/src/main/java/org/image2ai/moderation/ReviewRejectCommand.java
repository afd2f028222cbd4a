package org.image2ai.moderation;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.kit.shell.PlatformCommand;

/** Does not let content through. */
@Service
@Command(
        scope = "image2ai",
        name = "review-reject",
        description = "Does not let content through; what was held gets its strike")
public final class ReviewRejectCommand extends PlatformCommand {
    @Argument(name = "REVIEW", description = "The id of a review", required = true)
    @Completion(ReviewCompleter.class)
    private String review;

    @Option(name = "--note", description = "What is said to the person")
    private String note = "";

    @Reference
    private Decisions decisions;

    @Reference
    private Session session;

    @Override
    protected Object run() {
        return QueuedReview.of(decisions.reject(review, note, "shell:" + session.get("USER")));
    }

    @Override
    protected void print(Object result, PrintStream out) {
        ReviewView decided = ((QueuedReview) result).review();
        out.println(decided.id() + " is " + decided.state()
                + decided.asset().map(asset -> "; its picture is " + asset).orElse("") + ".");
    }
}
