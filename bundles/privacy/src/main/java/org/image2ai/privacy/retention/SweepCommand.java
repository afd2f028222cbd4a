package org.image2ai.privacy.retention;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.kit.shell.PlatformCommand;

/** Has every bundle remove what is older than it declares. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-sweep",
        description = "Removes what is older than it may be, as every night; --dry-run only counts it")
public final class SweepCommand extends PlatformCommand {
    @Option(name = "--dry-run", description = "Remove nothing: count what would go")
    private boolean dryRun;

    @Reference
    private Sweeper sweeper;

    @Reference
    private Session terminal;

    @Override
    protected Object run() {
        return sweeper.sweep(dryRun, "shell:" + terminal.get("USER"));
    }

    @Override
    protected void print(Object result, PrintStream out) {
        Sweep sweep = (Sweep) result;
        List<List<?>> rows = sweep.lines().stream()
                .<List<?>>map(line -> List.of(line.bundle(), line.holding(), line.kept(), line.items(), line.problem()))
                .toList();
        table(out, List.of("Bundle", "Holding", "Kept", dryRun ? "Would go" : "Gone", "Problem"), rows);
    }
}
