package org.image2ai.accounts;

import java.io.PrintStream;
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
import org.image2ai.api.account.NewAccount;
import org.image2ai.kit.shell.PlatformCommand;

/** Makes an account; what it refuses is what the REST API refuses. */
@Service
@Command(scope = "image2ai", name = "account-create", description = "Makes an account")
public final class AccountCreateCommand extends PlatformCommand {
    @Argument(name = "EMAIL", description = "The address", required = true)
    private String email;

    @Argument(index = 1, name = "NAME", description = "What the person wants to be called", required = true)
    private String name;

    @Argument(index = 2, name = "BIRTHDATE", description = "The date of birth: 1990-12-31", required = true)
    private String birthDate;

    @Option(name = "--role", multiValued = true, description = "A role, any number of times; user where none is given")
    @Completion(RoleCompleter.class)
    private List<String> roles = List.of();

    @Reference
    private Administration administration;

    @Reference
    private Session session;

    @Override
    protected Object run() {
        NewAccount request = new NewAccount(email, name, AgeGate.parse(birthDate), Optional.empty(), Set.copyOf(roles));
        return AccountView.of(administration.create("shell:" + session.get("USER"), request, Optional.empty()));
    }

    @Override
    protected void print(Object result, PrintStream out) {
        out.println(((AccountView) result).id());
    }
}
