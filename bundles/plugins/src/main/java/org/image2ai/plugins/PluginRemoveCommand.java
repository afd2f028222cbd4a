package org.image2ai.plugins;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.kit.shell.PlatformCommand;

/** Takes a plugin out after it has finished. */
@Service
@Command(scope = "image2ai", name = "plugin-remove", description = "Takes a plugin out after it has finished")
public final class PluginRemoveCommand extends PlatformCommand {
    @Argument(name = "PLUGIN", description = "The name of a plugin", required = true)
    @Completion(PluginCompleter.class)
    private String name;

    @Reference
    private PluginAdministration administration;

    @Reference
    private Session session;

    @Override
    protected Object run() {
        administration.remove("shell:" + session.get("USER"), name);
        return name;
    }

    @Override
    protected void print(Object result, PrintStream out) {
        out.println(result + " is removed.");
    }
}
