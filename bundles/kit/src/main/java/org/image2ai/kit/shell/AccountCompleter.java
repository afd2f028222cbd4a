package org.image2ai.kit.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.image2ai.api.PageRequest;
import org.image2ai.api.account.Accounts;

/** Offers the ids of the newest accounts; addresses are not put on a screen unasked. */
@Service
public final class AccountCompleter implements Completer {
    private static final int NEWEST = 50;

    @Reference
    private Accounts accounts;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = accounts.list(PageRequest.first(NEWEST))
                .map(account -> account.id().value())
                .items();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
