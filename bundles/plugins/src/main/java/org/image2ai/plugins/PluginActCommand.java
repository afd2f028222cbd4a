package org.image2ai.plugins;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.kit.shell.PlatformCommand;

/** A command that does something to a plugin and says what has become of it. */
abstract class PluginActCommand extends PlatformCommand {
    @Reference
    private PluginAdministration administration;

    @Reference
    private PluginViews views;

    @Reference
    private Session session;

    /** @return the name of the plugin */
    abstract String act(PluginAdministration acts, String actor);

    @Override
    protected final Object run() {
        return views.view(act(administration, "shell:" + session.get("USER")));
    }

    @Override
    protected final void print(Object result, PrintStream out) {
        PluginListCommand.printTable(List.of((PluginView) result), out);
    }
}
