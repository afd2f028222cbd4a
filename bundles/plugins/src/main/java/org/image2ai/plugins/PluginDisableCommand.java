package org.image2ai.plugins;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Stops a plugin after it has finished, also after a restart. */
@Service
@Command(
        scope = "image2ai",
        name = "plugin-disable",
        description = "Stops a plugin after it has finished, also after a restart")
public final class PluginDisableCommand extends PluginActCommand {
    @Argument(name = "PLUGIN", description = "The name of a plugin", required = true)
    @Completion(PluginCompleter.class)
    private String name;

    @Override
    String act(PluginAdministration acts, String actor) {
        acts.disable(actor, name);
        return name;
    }
}
