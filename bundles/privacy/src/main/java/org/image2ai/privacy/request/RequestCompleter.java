package org.image2ai.privacy.request;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.image2ai.api.PageRequest;

/** Completes ids of the newest requests. */
@Service
public final class RequestCompleter implements Completer {
    private static final int NEWEST = 50;

    @Reference
    private PrivacyRequests requests;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = requests.list(Optional.empty(), PageRequest.first(NEWEST))
                .map(Request::id)
                .items();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
