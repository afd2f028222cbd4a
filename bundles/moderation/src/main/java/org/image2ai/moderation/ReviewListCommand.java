package org.image2ai.moderation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.PageRequest;
import org.image2ai.kit.shell.PlatformCommand;

/** Lists content that waits for a person. */
@Service
@Command(scope = "image2ai", name = "review-list", description = "Lists content that waits for a person")
public final class ReviewListCommand extends PlatformCommand {
    @Option(name = "--all", description = "Also what was refused or decided")
    private boolean all;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 50;

    @Reference
    private Reviews reviews;

    @Override
    protected Object run() {
        return reviews.list(AdminReviewsResource.states(all ? "all" : "open"), PageRequest.first(limit))
                .map(QueuedReview::of)
                .items();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        List<List<?>> rows = new ArrayList<>();
        for (Object one : (List<?>) result) {
            QueuedReview queued = (QueuedReview) one;
            ReviewView review = queued.review();
            rows.add(List.of(
                    review.id(),
                    queued.account(),
                    review.subject(),
                    review.category(),
                    Math.round(queued.score() * 100) + " %",
                    review.state(),
                    queued.reason(),
                    review.created()));
        }
        table(out, List.of("Review", "Account", "Subject", "Category", "Score", "State", "Found", "Created"), rows);
    }
}
