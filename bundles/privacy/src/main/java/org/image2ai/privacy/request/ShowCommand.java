package org.image2ai.privacy.request;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.PageRequest;
import org.image2ai.kit.shell.PlatformCommand;

/** Shows one request, or the newest. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-show",
        description = "Shows the newest privacy requests; with a request, all of it")
public final class ShowCommand extends PlatformCommand {
    private static final int NEWEST = 50;

    @Argument(name = "REQUEST", description = "The id of a request")
    @Completion(RequestCompleter.class)
    private String request;

    @Reference
    private PrivacyRequests requests;

    @Reference
    private Views views;

    @Override
    protected Object run() {
        if (request != null) {
            return views.of(requests.require(request), AdminRequestsResource.DOOR);
        }
        return requests.list(Optional.empty(), PageRequest.first(NEWEST))
                .map(one -> views.of(one, AdminRequestsResource.DOOR))
                .items();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        if (result instanceof RequestView view) {
            Rows.summary(view, out);
            table(
                    out,
                    Rows.HEADERS,
                    Rows.of(view.outcomes().stream()
                            .flatMap(one -> one.items().stream())
                            .toList()));
            view.history().forEach(h -> out.println(h.at() + "  " + h.kind() + "  " + h.about()));
            return;
        }
        List<List<?>> rows = new ArrayList<>();
        for (Object one : (List<?>) result) {
            RequestView view = (RequestView) one;
            rows.add(List.of(view.id(), view.account(), view.type(), view.state(), view.dueAt(), view.overdue()));
        }
        table(out, List.of("Request", "Account", "Type", "State", "Due", "Overdue"), rows);
    }
}
