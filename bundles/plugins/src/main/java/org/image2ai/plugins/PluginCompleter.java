package org.image2ai.plugins;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of plugins. */
@Service
public final class PluginCompleter implements Completer {
    @Reference
    private PluginViews views;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names = views.list().stream().map(PluginView::name).toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
