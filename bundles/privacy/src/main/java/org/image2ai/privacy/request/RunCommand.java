package org.image2ai.privacy.request;

import java.io.PrintStream;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.kit.shell.PlatformCommand;

/** Executes a plan. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-run",
        description = "Executes the plan of a privacy request; erases once more where a verification failed")
public final class RunCommand extends PlatformCommand {
    @Argument(name = "REQUEST", description = "The id of a request", required = true)
    @Completion(RequestCompleter.class)
    private String request;

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
        officers.confirm(request, Optional.empty(), "shell:" + session.get("USER"));
        return views.of(requests.require(request), AdminRequestsResource.DOOR);
    }

    @Override
    protected void print(Object result, PrintStream out) {
        Rows.summary((RequestView) result, out);
    }
}
