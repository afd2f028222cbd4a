package org.image2ai.generation;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes ids of the newest jobs. */
@Service
public final class JobCompleter implements Completer {
    private static final int NEWEST = 50;

    @Reference
    private JobRows rows;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids =
                rows.newest(NEWEST).stream().map(job -> job.id().value()).toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
