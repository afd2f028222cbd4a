package org.image2ai.plugins;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Puts in a plugin. */
@Service
@Command(scope = "image2ai", name = "plugin-install", description = "Puts in a plugin")
public final class PluginInstallCommand extends PluginActCommand {
    @Argument(name = "SOURCE", description = "A path on the server, or a URL", required = true)
    private String source;

    @Override
    String act(PluginAdministration acts, String actor) {
        return acts.install(actor, source);
    }
}
