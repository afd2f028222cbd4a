package org.image2ai.admin.backup;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.shell.PlatformCommand;

/** Puts a backup in the place of all that is there. */
@Service
@Command(scope = "image2ai", name = "restore", description = "Puts a backup in the place of all that is there")
public final class RestoreCommand extends PlatformCommand {
    @Argument(name = "FILE", description = "A backup", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--yes", description = "Yes: what is there now is given up")
    private boolean yes;

    @Reference
    private Restores restores;

    @Reference
    private Session session;

    @Override
    protected Object run() {
        if (!yes) {
            throw PlatformException.invalid(
                    "not_confirmed", "A restore gives up all that is there now: say --yes before the file.");
        }
        return restores.restore(file, "shell:" + session.get("USER"));
    }

    @Override
    protected void print(Object result, PrintStream out) {
        RestoreReport report = (RestoreReport) result;
        out.println("Restored " + report.file() + " of " + report.created() + ": " + report.tables() + " tables with "
                + report.rows() + " rows, " + report.blobs() + " blobs put back.");
        if (!report.leftAlone().isEmpty()) {
            out.println("Not in this backup, and left as they were: " + String.join(", ", report.leftAlone()));
        }
        out.println(report.next());
    }
}
