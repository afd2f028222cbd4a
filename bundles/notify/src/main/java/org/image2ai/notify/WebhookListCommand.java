package org.image2ai.notify;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.AccountId;
import org.image2ai.api.PageRequest;
import org.image2ai.kit.shell.AccountCompleter;
import org.image2ai.kit.shell.PlatformCommand;

/** Lists webhook endpoints, newest first. */
@Service
@Command(scope = "image2ai", name = "webhook-list", description = "Lists webhook endpoints, newest first")
public final class WebhookListCommand extends PlatformCommand {
    @Option(name = "--account", description = "Only those of this account")
    @Completion(AccountCompleter.class)
    private String account;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 50;

    @Reference
    private Endpoints endpoints;

    /** An endpoint on one line. */
    public record Shown(String id, String account, String url, String events, boolean enabled, String disabledReason) {
        static Shown of(EndpointView endpoint) {
            return new Shown(
                    endpoint.id(),
                    endpoint.account().value(),
                    endpoint.url(),
                    String.join(" ", endpoint.events()),
                    endpoint.enabled(),
                    endpoint.disabledReason().orElse(""));
        }
    }

    @Override
    protected Object run() {
        int most = PageRequest.first(limit).limit();
        List<EndpointView> all = account == null ? endpoints.newest(most) : endpoints.list(new AccountId(account));
        return all.stream().limit(most).map(Shown::of).toList();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        List<List<?>> rows = new ArrayList<>();
        for (Object row : (List<?>) result) {
            Shown one = (Shown) row;
            rows.add(List.of(one.id(), one.account(), one.url(), one.events(), one.enabled(), one.disabledReason()));
        }
        table(out, List.of("Webhook", "Account", "Address", "Events", "Enabled", "Why not"), rows);
    }
}
