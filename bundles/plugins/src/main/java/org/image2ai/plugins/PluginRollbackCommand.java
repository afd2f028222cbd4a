package org.image2ai.plugins;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Puts the version before back to work. */
@Service
@Command(scope = "image2ai", name = "plugin-rollback", description = "Puts the version before back to work")
public final class PluginRollbackCommand extends PluginCommand {
    @Override
    protected PluginView act(Plugins plugins, String actor, String name) {
        return plugins.rollBack(actor, name);
    }
}
