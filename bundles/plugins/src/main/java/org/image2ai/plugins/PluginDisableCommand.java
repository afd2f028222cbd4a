package org.image2ai.plugins;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lets a plugin finish what it began and stops it, also after a restart. */
@Service
@Command(scope = "image2ai", name = "plugin-disable", description = "Lets a plugin finish what it began and stops it, also after a restart")
public final class PluginDisableCommand extends PluginCommand {
    @Override
    protected PluginView act(Plugins plugins, String actor, String name) {
        return plugins.enable(actor, name, false);
    }
}
