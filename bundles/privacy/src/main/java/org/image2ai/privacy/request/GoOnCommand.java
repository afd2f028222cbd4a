package org.image2ai.privacy.request;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.kit.shell.PlatformCommand;

/** Lets the server be ready without what an erasure waits for. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-go-on",
        description =
                "Lets the server be ready though an erasure that a restore undid waits for a bundle, which becomes a task")
public final class GoOnCommand extends PlatformCommand {
    @Argument(name = "REQUEST", description = "The id of a request", required = true)
    @Completion(RequestCompleter.class)
    private String request;

    @Option(name = "--reason", description = "Why, for the evidence", required = true)
    private String reason;

    @Reference
    private Officers officers;

    @Reference
    private PrivacyRequests requests;

    @Reference
    private Views views;

    @Reference
    private Session session;

    @Override
    protected Object run() {
        officers.goOn(request, reason, "shell:" + session.get("USER"));
        return views.of(requests.require(request), AdminRequestsResource.DOOR);
    }

    @Override
    protected void print(Object result, PrintStream out) {
        Rows.summary((RequestView) result, out);
    }
}
