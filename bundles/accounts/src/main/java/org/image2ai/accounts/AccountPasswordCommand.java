package org.image2ai.accounts;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;
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
import org.image2ai.kit.Secrets;
import org.image2ai.kit.shell.AccountCompleter;
import org.image2ai.kit.shell.PlatformCommand;

/** Sets a password and ends all sessions: a random one that is printed this once, or one that is typed in. */
@Service
@Command(scope = "image2ai", name = "account-password", description = "Sets the password of an account")
public final class AccountPasswordCommand extends PlatformCommand {
    @Argument(name = "ACCOUNT", description = "Whose: an account id, or its e-mail address", required = true)
    @Completion(AccountCompleter.class)
    private String account;

    @Option(name = "--ask", description = "Read the password from the terminal; else a random one is made and printed")
    private boolean ask;

    @Reference
    private Accounts accounts;

    @Reference
    private Administration administration;

    @Reference
    private Session terminal;

    /** What was set; the password only where it was made here. */
    public record NewPassword(String id, Optional<String> password) {
        @Override
        public String toString() {
            return "NewPassword[" + id + "]";
        }
    }

    @Override
    protected Object run() {
        Account owner = (account.contains("@") ? accounts.findByEmail(account) : accounts.find(new AccountId(account)))
                .orElseThrow(() -> PlatformException.notFound("account", "with this id or address"));
        String password = ask ? typed() : Secrets.next();
        administration.setPassword("shell:" + terminal.get("USER"), owner.id(), password.toCharArray());
        return new NewPassword(owner.id().value(), ask ? Optional.empty() : Optional.of(password));
    }

    private String typed() {
        try {
            return Optional.ofNullable(terminal.readLine("Password: ", '*')).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void print(Object result, PrintStream out) {
        NewPassword set = (NewPassword) result;
        out.println(set.password().orElse("The password of " + set.id() + " is set."));
    }
}
