package org.image2ai.plugins;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Puts the earlier version of a plugin back. */
@Service
@Command(scope = "image2ai", name = "plugin-rollback", description = "Puts the earlier version of a plugin back")
public final class PluginRollbackCommand extends PluginActCommand {
    @Argument(name = "PLUGIN", description = "The name of a plugin", required = true)
    @Completion(PluginCompleter.class)
    private String name;

    @Override
    String act(PluginAdministration acts, String actor) {
        acts.rollback(actor, name);
        return name;
    }
}
