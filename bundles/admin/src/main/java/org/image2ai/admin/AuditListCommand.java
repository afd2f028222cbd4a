package org.image2ai.admin;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.PageRequest;
import org.image2ai.kit.shell.AccountCompleter;
import org.image2ai.kit.shell.PlatformCommand;

/** Lists administrative acts, newest first. */
@Service
@Command(scope = "image2ai", name = "audit-list", description = "Lists administrative acts, newest first")
public final class AuditListCommand extends PlatformCommand {
    @Option(name = "--actor", description = "Only those of this account id, or shell:USER")
    @Completion(AccountCompleter.class)
    private String actor = "";

    @Option(name = "--action", description = "Only those of this kind: admin:credit:grant")
    private String action = "";

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 50;

    @Reference
    private AuditService audit;

    @Override
    protected Object run() {
        return audit.rows(PageRequest.first(limit), actor, action)
                .map(AuditView::of)
                .items();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        List<List<?>> rows = new ArrayList<>();
        for (Object row : (List<?>) result) {
            AuditView act = (AuditView) row;
            rows.add(List.of(act.number(), act.at(), act.actor(), act.action(), act.target(), act.details()));
        }
        table(out, List.of("No.", "At", "Actor", "Action", "Target", "Details"), rows);
    }
}
