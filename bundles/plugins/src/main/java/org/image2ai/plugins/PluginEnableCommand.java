package org.image2ai.plugins;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lets a plugin work (again). */
@Service
@Command(scope = "image2ai", name = "plugin-enable", description = "Lets a plugin work (again)")
public final class PluginEnableCommand extends PluginCommand {
    @Override
    protected PluginView act(Plugins plugins, String actor, String name) {
        return plugins.enable(actor, name, true);
    }
}
