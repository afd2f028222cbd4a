package org.image2ai.billing;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.billing.CreditBalance;
import org.image2ai.kit.Ids;
import org.image2ai.kit.shell.AccountCompleter;
import org.image2ai.kit.shell.PlatformCommand;

/** Grants credits; {@code --correct} takes some back. */
@Service
@Command(scope = "image2ai", name = "credit-grant", description = "Grants credits to an account, or takes some back")
public final class CreditGrantCommand extends PlatformCommand {
    @Argument(name = "ACCOUNT", description = "An account id, or its e-mail address", required = true)
    @Completion(AccountCompleter.class)
    private String account;

    @Argument(index = 1, name = "CREDITS", description = "How many", required = true)
    private long credits;

    @Option(name = "--correct", description = "Take them back instead")
    private boolean correct;

    @Argument(index = 2, name = "REASON", description = "Why, for the record")
    private String reason = "by the shell";

    @Reference
    private AuditedGrants grants;

    @Reference
    private Accounts accounts;

    @Reference
    private Session session;

    @Override
    protected Object run() {
        long change = correct ? -credits : credits;
        return grants.grant(
                OneAccount.named(account, accounts), change, reason, "shell:" + session.get("USER"), Ids.next("act"));
    }

    @Override
    protected void print(Object result, PrintStream out) {
        CreditShowCommand.printBalance((CreditBalance) result, out);
    }
}
