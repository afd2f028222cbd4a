package org.image2ai.billing;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.AccountId;
import org.image2ai.api.PageRequest;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.billing.CreditBalance;
import org.image2ai.api.billing.CreditEntry;
import org.image2ai.api.billing.Credits;
import org.image2ai.kit.shell.AccountCompleter;
import org.image2ai.kit.shell.PlatformCommand;

/** Shows what an account has, and its newest postings. */
@Service
@Command(scope = "image2ai", name = "credit-show", description = "Shows an account's credits and newest postings")
public final class CreditShowCommand extends PlatformCommand {
    @Argument(name = "ACCOUNT", description = "An account id, or its e-mail address", required = true)
    @Completion(AccountCompleter.class)
    private String account;

    @Option(name = "--limit", description = "How many postings at most, 1 to 200")
    private int limit = 10;

    @Reference
    private Credits credits;

    @Reference
    private Accounts accounts;

    /** What is shown. */
    public record Shown(CreditBalance balance, List<CreditEntry> entries) {}

    @Override
    protected Object run() {
        AccountId id = OneAccount.named(account, accounts);
        return new Shown(
                credits.balance(id),
                credits.entries(id, PageRequest.first(limit)).items());
    }

    @Override
    protected void print(Object result, PrintStream out) {
        Shown shown = (Shown) result;
        printBalance(shown.balance(), out);
        out.println();
        table(
                out,
                List.of("At", "Kind", "Credits", "Reference", "Reason"),
                shown.entries().stream()
                        .map(e -> List.of(e.at(), e.kind(), e.credits(), e.reference(), e.reason()))
                        .toList());
    }

    static void printBalance(CreditBalance balance, PrintStream out) {
        out.println(balance.account() + ": " + balance.available() + " available of " + balance.balance() + " ("
                + balance.held() + " held), plan " + balance.plan());
        table(
                out,
                List.of("Bucket", "Balance", "Held", "Expires"),
                balance.buckets().stream()
                        .map(b -> List.of(b.kind(), b.balance(), b.held(), expiry(b.expires())))
                        .toList());
    }

    private static String expiry(Optional<?> expires) {
        return expires.map(Object::toString).orElse("never");
    }
}
