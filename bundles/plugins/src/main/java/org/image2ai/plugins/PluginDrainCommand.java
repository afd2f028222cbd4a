package org.image2ai.plugins;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Gives a plugin nothing new until it is enabled, and waits for what it began. */
@Service
@Command(scope = "image2ai", name = "plugin-drain", description = "Gives a plugin nothing new until it is enabled, and waits for what it began")
public final class PluginDrainCommand extends PluginCommand {
    @Override
    protected PluginView act(Plugins plugins, String actor, String name) {
        plugins.drain(actor, name);
        return plugins.show(name).plugin();
    }
}
