package org.image2ai.privacy.roster;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.AccountId;
import org.image2ai.kit.shell.AccountCompleter;
import org.image2ai.kit.shell.PlatformCommand;
import org.image2ai.privacy.roster.HoldersView.HolderView;

/** Lists what bundles hold of people and to whom they send it, and how much of one account. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-holders",
        description =
                "Lists what each bundle holds of people and what nobody declares; with an account, how much of it")
public final class HoldersCommand extends PlatformCommand {
    @Argument(name = "ACCOUNT", description = "Count what is held of this account")
    @Completion(AccountCompleter.class)
    private String account;

    @Option(name = "--crawl", description = "Look for data that nobody declares now")
    private boolean crawl;

    @Reference
    private Roster roster;

    @Reference
    private MemberRows rows;

    @Reference
    private Crawler crawler;

    @Override
    protected Object run() {
        List<Finding> findings = crawl ? crawler.crawl() : rows.findings();
        return HoldersView.of(roster, findings, Optional.ofNullable(account).map(AccountId::new));
    }

    @Override
    protected void print(Object result, PrintStream out) {
        HoldersView view = (HoldersView) result;
        List<List<?>> rows = new ArrayList<>();
        view.holders().forEach(holder -> rows.addAll(rows(holder)));
        table(out, List.of("Bundle", "State", "Holding", "Category", "Kept", "At erasure", "Where", "Items"), rows);
        out.println();
        table(
                out,
                List.of("Finding", "What", "Since", "Message"),
                view.findings().stream()
                        .map(found -> List.of(found.kind(), found.subject(), found.found(), found.message()))
                        .toList());
    }

    private static List<List<?>> rows(HolderView holder) {
        String state = holder.state() + (holder.reason().isEmpty() ? "" : ": " + holder.reason());
        List<List<?>> rows = new ArrayList<>();
        holder.holdings()
                .forEach(view -> rows.add(List.of(
                        holder.bundle(),
                        state,
                        view.holding().name(),
                        view.holding().category(),
                        view.holding().retention().active() + ", closed "
                                + view.holding().retention().closed(),
                        view.holding().atErasure(),
                        String.join(", ", view.holding().location()),
                        view.items().orElse(""))));
        if (!holder.recipients().isEmpty() || rows.isEmpty()) {
            String to = holder.recipients().stream()
                    .map(recipient -> recipient.name() + " (" + recipient.country() + ")")
                    .collect(Collectors.joining(", "));
            rows.add(List.of(holder.bundle(), state, "", "", "", "", to.isEmpty() ? "" : "sends to " + to, ""));
        }
        return rows;
    }
}
