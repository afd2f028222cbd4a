package org.image2ai.privacy;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.image2ai.kit.shell.AccountCompleter;
import org.image2ai.kit.shell.PlatformCommand;

/** Lists what the live bundles hold of people, and how much of one account. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-holders",
        description = "Lists what each bundle holds of people; with an account, how much of it")
public final class HoldersCommand extends PlatformCommand {
    @Argument(name = "ACCOUNT", description = "Count what is held of this account")
    @Completion(AccountCompleter.class)
    private String account;

    @Reference
    private Holders holders;

    @Override
    protected Object run() {
        Optional<AccountId> subject = Optional.ofNullable(account).map(AccountId::new);
        return holders.all().stream()
                .flatMap(holder -> holder.declaration().holdings().stream()
                        .map(holding -> HoldingView.of(holder, holding, subject)))
                .toList();
    }

    /**
     * A holding for people.
     *
     * @param items how many of the account; {@code FAILED} with a reason when it could not be found out
     */
    public record HoldingView(
            String bundle,
            String holding,
            String category,
            List<?> purposes,
            String legalBasis,
            String retention,
            String atErasure,
            List<String> location,
            List<String> recipients,
            Optional<String> items) {
        static HoldingView of(Holders.Holder holder, Holding holding, Optional<AccountId> subject) {
            return new HoldingView(
                    holder.declaration().bundle(),
                    holding.name(),
                    holding.category(),
                    holding.purposes(),
                    holding.legalBasis(),
                    holding.retention().active() + ", closed "
                            + holding.retention().closed(),
                    holding.atErasure().name(),
                    holding.location(),
                    holder.declaration().recipients().stream()
                            .map(r -> r.name())
                            .toList(),
                    subject.map(account -> Count.of(holder.participant(), account, holding.name())));
        }
    }

    @Override
    protected void print(Object result, PrintStream out) {
        List<List<?>> rows = new ArrayList<>();
        for (Object row : (List<?>) result) {
            HoldingView view = (HoldingView) row;
            rows.add(List.of(
                    view.bundle(),
                    view.holding(),
                    view.category(),
                    view.retention(),
                    view.atErasure(),
                    String.join(", ", view.location()),
                    view.items().orElse("")));
        }
        table(out, List.of("Bundle", "Holding", "Category", "Kept", "At erasure", "Where", "Items"), rows);
    }
}
