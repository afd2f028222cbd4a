package org.image2ai.plugins;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.kit.shell.PlatformCommand;

/** Lists the plugins with what they offer and what went wrong. */
@Service
@Command(scope = "image2ai", name = "plugin-list", description = "Lists the plugins with what they offer")
public final class PluginListCommand extends PlatformCommand {
    @Reference
    private Plugins plugins;

    @Override
    protected Object run() {
        return plugins.list();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        print((List<?>) result, out);
    }

    static void print(List<?> views, PrintStream out) {
        List<List<?>> rows = new ArrayList<>();
        for (Object one : views) {
            PluginView plugin = (PluginView) one;
            String offers = plugin.instances().stream()
                    .map(offered -> offered.name() + " " + offered.health())
                    .collect(Collectors.joining(", "));
            rows.add(List.of(
                    plugin.name(),
                    plugin.version(),
                    plugin.kind(),
                    plugin.state(),
                    offers,
                    plugin.inFlight(),
                    plugin.origin(),
                    plugin.previous(),
                    plugin.note()));
        }
        List<String> heads =
                List.of("Plugin", "Version", "Kind", "State", "Offers", "In flight", "Origin", "Previous", "Note");
        table(out, heads, rows);
    }
}
