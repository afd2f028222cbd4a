package org.image2ai.plugins;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.plugin.PluginHost;
import org.image2ai.kit.shell.PlatformCommand;

/** Shows a plugin. */
@Service
@Command(scope = "image2ai", name = "plugin-show", description = "Shows a plugin: accounts, settings, declaration")
public final class PluginShowCommand extends PlatformCommand {
    @Argument(name = "PLUGIN", description = "The name of a plugin", required = true)
    @Completion(PluginCompleter.class)
    private String name;

    @Reference
    private PluginViews views;

    @Override
    protected Object run() {
        return views.details(name);
    }

    @Override
    protected void print(Object result, PrintStream out) {
        PluginDetails details = (PluginDetails) result;
        PluginListCommand.printTable(List.of(details.plugin()), out);
        out.println("From " + details.plugin().source()
                + (details.sha256().isEmpty() ? "" : ", SHA-256 " + details.sha256()));
        table(
                out,
                List.of("Account", "PID", "Health", "In flight", "Abandoned", "Note"),
                details.instances().stream().map(PluginShowCommand::row).toList());
        details.configuration().forEach((pid, values) -> printSettings(pid, values, out));
        details.declared().ifPresent(declared -> {
            out.println("Sends to " + declared.recipients() + " at " + declared.hosts());
            out.println("Holds " + declared.data());
        });
        details.refused().forEach((digest, why) -> out.println("Not taken again: " + digest + ": " + why));
    }

    private static List<?> row(PluginHost.Instance i) {
        return List.of(i.name(), i.pid(), i.health(), i.inFlight(), i.abandoned(), i.note());
    }

    private static void printSettings(String pid, Map<String, String> values, PrintStream out) {
        out.println(pid);
        values.forEach((key, value) -> out.println("  " + key + " = " + value));
    }
}
