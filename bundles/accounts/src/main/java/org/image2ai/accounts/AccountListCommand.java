package org.image2ai.accounts;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.PageRequest;
import org.image2ai.api.account.Accounts;
import org.image2ai.kit.shell.PlatformCommand;

/** Lists accounts, newest first. */
@Service
@Command(scope = "image2ai", name = "account-list", description = "Lists accounts, newest first")
public final class AccountListCommand extends PlatformCommand {
    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 50;

    @Reference
    private Accounts accounts;

    @Override
    protected Object run() {
        return accounts.list(PageRequest.first(limit)).map(AccountView::of).items();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        List<List<?>> rows = new ArrayList<>();
        for (Object row : (List<?>) result) {
            AccountView account = (AccountView) row;
            rows.add(List.of(
                    account.id(),
                    account.email(),
                    account.name(),
                    String.join(" ", account.roles()),
                    account.state(),
                    account.created()));
        }
        table(out, List.of("Account", "E-mail", "Name", "Roles", "State", "Created"), rows);
    }
}
