package org.image2ai.plugins;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Gives a plugin work again. */
@Service
@Command(scope = "image2ai", name = "plugin-enable", description = "Gives a plugin work again")
public final class PluginEnableCommand extends PluginActCommand {
    @Argument(name = "PLUGIN", description = "The name of a plugin", required = true)
    @Completion(PluginCompleter.class)
    private String name;

    @Override
    String act(PluginAdministration acts, String actor) {
        acts.enable(actor, name);
        return name;
    }
}
