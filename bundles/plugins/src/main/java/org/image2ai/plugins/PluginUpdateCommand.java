package org.image2ai.plugins;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Puts in another version of a plugin beside the present one, which finishes and goes. */
@Service
@Command(
        scope = "image2ai",
        name = "plugin-update",
        description = "Puts in another version of a plugin beside the present one, which finishes and goes")
public final class PluginUpdateCommand extends PluginActCommand {
    @Argument(name = "SOURCE", description = "A path on the server, or a URL", required = true)
    private String source;

    @Override
    String act(PluginAdministration acts, String actor) {
        return acts.update(actor, source);
    }
}
