package org.image2ai.plugins;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.kit.shell.PlatformCommand;

/** What an operator does with one plugin; prints how it is then. */
abstract class PluginCommand extends PlatformCommand {
    @Argument(name = "PLUGIN", description = "Its symbolic name", required = true)
    @Completion(PluginCompleter.class)
    private String name;

    @Reference
    private Plugins plugins;

    @Reference
    private Session terminal;

    /** Does it. @param actor as it stands in the audit trail */
    protected abstract PluginView act(Plugins plugins, String actor, String name);

    @Override
    protected Object run() {
        return act(plugins, "shell:" + terminal.get("USER"), name);
    }

    @Override
    protected void print(Object result, PrintStream out) {
        PluginListCommand.print(List.of(result), out);
    }
}
