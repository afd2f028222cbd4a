package org.image2ai.plugins;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.kit.shell.PlatformCommand;

/** Lists plugins. */
@Service
@Command(scope = "image2ai", name = "plugin-list", description = "Lists plugins, and why one is not as it should be")
public final class PluginListCommand extends PlatformCommand {
    @Reference
    private PluginViews views;

    @Override
    protected Object run() {
        return views.list();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        printTable((List<?>) result, out);
    }

    static void printTable(List<?> plugins, PrintStream out) {
        List<List<?>> rows = new ArrayList<>();
        for (Object row : plugins) {
            PluginView p = (PluginView) row;
            rows.add(List.of(p.name(), p.version(), p.kind(), p.state(), p.previous(), p.inFlight(), p.note()));
        }
        table(out, List.of("Plugin", "Version", "Kind", "State", "Earlier", "In flight", "Note"), rows);
    }
}
