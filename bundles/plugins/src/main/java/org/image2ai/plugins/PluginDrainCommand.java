package org.image2ai.plugins;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Gives a plugin no more work, until it is enabled or the server restarts. */
@Service
@Command(
        scope = "image2ai",
        name = "plugin-drain",
        description = "Gives a plugin no more work, until it is enabled or the server restarts")
public final class PluginDrainCommand extends PluginActCommand {
    @Argument(name = "PLUGIN", description = "The name of a plugin", required = true)
    @Completion(PluginCompleter.class)
    private String name;

    @Override
    String act(PluginAdministration acts, String actor) {
        acts.drain(actor, name);
        return name;
    }
}
