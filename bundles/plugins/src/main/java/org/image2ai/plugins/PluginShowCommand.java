package org.image2ai.plugins;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.plugin.PluginHost.Instance;
import org.image2ai.kit.shell.PlatformCommand;

/** Shows all of one plugin, without secrets. */
@Service
@Command(scope = "image2ai", name = "plugin-show", description = "Shows all of one plugin, without secrets")
public final class PluginShowCommand extends PlatformCommand {
    @Argument(name = "PLUGIN", description = "Its symbolic name", required = true)
    @Completion(PluginCompleter.class)
    private String name;

    @Reference
    private Plugins plugins;

    @Override
    protected Object run() {
        return plugins.show(name);
    }

    @Override
    protected void print(Object result, PrintStream out) {
        PluginDetails details = (PluginDetails) result;
        PluginListCommand.print(List.of(details.plugin()), out);
        for (Instance one : details.plugin().instances()) {
            out.printf(
                    "%s  %s  %s  in flight %d  abandoned %d  %s%n",
                    one.name(), one.pid(), one.health(), one.inFlight(), one.abandoned(), one.note());
        }
        details.accounts().forEach((pid, settings) -> {
            out.println(pid);
            settings.forEach((key, value) -> out.println("    " + key + " = " + value));
        });
        out.println("May send to: " + (details.hosts().isEmpty() ? "nobody" : String.join(", ", details.hosts())));
        for (JsonNode recipient : details.declaration().path("recipients")) {
            out.printf(
                    "    %s, %s, %s%n",
                    recipient.path("name").asText(),
                    recipient.path("country").asText(),
                    recipient.path("policyUrl").asText());
        }
    }
}
