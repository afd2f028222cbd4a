package org.image2ai.privacy.request;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.api.AccountId;
import org.image2ai.kit.shell.AccountCompleter;
import org.image2ai.kit.shell.PlatformCommand;

/** Takes a request for somebody. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-request",
        description =
                "Takes a privacy request for somebody whose identity was checked; an erasure waits for privacy-run")
public final class RequestCommand extends PlatformCommand {
    @Argument(name = "ACCOUNT", description = "Whose data", required = true)
    @Completion(AccountCompleter.class)
    private String account;

    @Argument(index = 1, name = "TYPE", description = "access, erasure, correction …", required = true)
    private String type;

    @Option(name = "--law", description = "gdpr or ccpa")
    private String law;

    @Option(name = "--scope", description = "About what, in JSON, where the type needs it")
    private String scope = "{}";

    @Reference
    private Officers officers;

    @Reference
    private Views views;

    @Reference
    private Session session;

    @Override
    protected Object run() {
        Map<String, Object> about = Scope.parse(scope).said();
        Request request = officers.create(new PrivacyRequests.Ask(
                new AccountId(account),
                RequestType.parse(type),
                Optional.ofNullable(law).map(Law::parse),
                about,
                "shell:" + session.get("USER"),
                true));
        return views.of(request, AdminRequestsResource.DOOR);
    }

    @Override
    protected void print(Object result, PrintStream out) {
        Rows.summary((RequestView) result, out);
    }
}
