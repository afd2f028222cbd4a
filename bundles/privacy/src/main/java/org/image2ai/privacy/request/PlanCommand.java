package org.image2ai.privacy.request;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.kit.shell.PlatformCommand;

/** Shows what an erasure would do, looked at now. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-plan",
        description = "Plans an erasure anew, unless it has begun, and shows what it would do")
public final class PlanCommand extends PlatformCommand {
    @Argument(name = "REQUEST", description = "The id of a request", required = true)
    @Completion(RequestCompleter.class)
    private String request;

    @Reference
    private PrivacyRequests requests;

    @Reference
    private Views views;

    @Override
    protected Object run() {
        requests.replan(request);
        return views.of(requests.require(request), AdminRequestsResource.DOOR);
    }

    @Override
    protected void print(Object result, PrintStream out) {
        RequestView view = (RequestView) result;
        Rows.summary(view, out);
        table(
                out,
                Rows.HEADERS,
                Rows.of(view.plan().map(RequestView.Plan::items).orElse(List.of())));
    }
}
