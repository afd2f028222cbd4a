package org.image2ai.moderation;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.image2ai.api.PageRequest;

/** Completes ids of reviews that wait for a person. */
@Service
public final class ReviewCompleter implements Completer {
    private static final int MOST = 50;

    @Reference
    private Reviews reviews;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = reviews.list(AdminReviewsResource.states("open"), PageRequest.first(MOST))
                .map(Review::id)
                .items();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
