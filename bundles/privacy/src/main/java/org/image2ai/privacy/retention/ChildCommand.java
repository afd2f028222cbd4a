package org.image2ai.privacy.retention;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.kit.shell.AccountCompleter;
import org.image2ai.kit.shell.PlatformCommand;
import org.image2ai.privacy.retention.ChildrenResource.RemovalView;

/** Removes the account of a child with all that it made. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-child",
        description = "Removes the account of a child with all that it made, and refuses its address for a while")
public final class ChildCommand extends PlatformCommand {
    @Argument(name = "ACCOUNT", description = "An account id, or its e-mail address", required = true)
    @Completion(AccountCompleter.class)
    private String account;

    @Reference
    private ChildRemoval removal;

    @Reference
    private Session terminal;

    @Override
    protected Object run() {
        return new RemovalView(removal.remove(account, "shell:" + terminal.get("USER")));
    }

    @Override
    protected void print(Object result, PrintStream out) {
        out.println("The request " + ((RemovalView) result).request() + " erases it.");
    }
}
