package org.image2ai.accounts;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.security.NewApiKey;
import org.image2ai.kit.shell.AccountCompleter;
import org.image2ai.kit.shell.PlatformCommand;

/** Makes an API key for an account and prints it, this once. */
@Service
@Command(scope = "image2ai", name = "api-key-create", description = "Makes an API key and prints it, this once")
public final class ApiKeyCreateCommand extends PlatformCommand {
    private static final int MOST_DAYS = 3650;

    @Argument(name = "ACCOUNT", description = "Whose: an account id, or its e-mail address", required = true)
    @Completion(AccountCompleter.class)
    private String account;

    @Argument(index = 1, name = "NAME", description = "What the key is for", required = true)
    private String name;

    @Option(
            name = "--scope",
            multiValued = true,
            description = "A permission that it is cut down to, any number of times; all where none is given")
    private List<String> scopes = List.of();

    @Option(name = "--days", description = "Days after which it ends by itself")
    private Integer days;

    @Reference
    private Accounts accounts;

    @Reference
    private Administration administration;

    @Reference
    private Session session;

    @Override
    protected Object run() {
        NewApiKey request = new NewApiKey(owner().id(), name, Set.copyOf(scopes), expires());
        return IssuedKey.of(administration.createKey("shell:" + session.get("USER"), request));
    }

    private Account owner() {
        if (account.contains("@")) {
            return accounts.findByEmail(account)
                    .orElseThrow(() -> PlatformException.notFound("account", "with this e-mail address"));
        }
        return accounts.find(new AccountId(account)).orElseThrow(() -> PlatformException.notFound("account", account));
    }

    private Optional<Instant> expires() {
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw PlatformException.invalid(
                            "invalid_days", "--days is " + days + "; it must be 1 to " + MOST_DAYS + ".")
                    .withField("days");
        }
        return Optional.ofNullable(days).map(n -> Instant.now().plus(Duration.ofDays(n)));
    }

    @Override
    protected void print(Object result, PrintStream out) {
        out.println(((IssuedKey) result).key());
    }
}
