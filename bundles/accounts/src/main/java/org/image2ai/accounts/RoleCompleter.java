package org.image2ai.accounts;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.image2ai.api.security.Roles;

/** Offers the roles of the configuration. */
@Service
public final class RoleCompleter implements Completer {
    @Reference
    private Roles roles;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(roles.roles().keySet()).complete(session, line, candidates);
    }
}
