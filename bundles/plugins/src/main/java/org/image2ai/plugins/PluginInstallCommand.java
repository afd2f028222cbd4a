package org.image2ai.plugins;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.kit.shell.PlatformCommand;

/** Puts a plugin in, or a newer version beside the one that works. */
@Service
@Command(scope = "image2ai", name = "plugin-install", description = "Puts a plugin in, or a newer version beside the one that works")
public final class PluginInstallCommand extends PlatformCommand {
    @Argument(name = "FILE", description = "A path on the server, or a file: or mvn: address", required = true)
    private String file;

    @Reference
    private Plugins plugins;

    @Reference
    private Session terminal;

    @Override
    protected Object run() {
        return plugins.install("shell:" + terminal.get("USER"), file);
    }

    @Override
    protected void print(Object result, PrintStream out) {
        PluginListCommand.print(List.of(result), out);
    }
}
