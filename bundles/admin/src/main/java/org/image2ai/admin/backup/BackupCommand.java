package org.image2ai.admin.backup;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.image2ai.kit.shell.PlatformCommand;

/** Makes a backup of everything while the server runs. */
@Service
@Command(scope = "image2ai", name = "backup", description = "Makes a backup of everything while the server runs")
public final class BackupCommand extends PlatformCommand {
    @Argument(name = "FILE", description = "The new file; data/backup/image2ai-<time>.zip where none is given")
    @Completion(FileCompleter.class)
    private String file;

    @Reference
    private Backups backups;

    @Reference
    private Session session;

    @Override
    protected Object run() {
        return backups.create(Optional.ofNullable(file), "shell:" + session.get("USER"));
    }

    @Override
    protected void print(Object result, PrintStream out) {
        BackupReport report = (BackupReport) result;
        out.println(report.inWords());
        Path keys = KeyCopies.of(Path.of(report.file()));
        if (Files.exists(keys)) {
            out.println("The keys of people are in " + keys + " for " + KeyCopies.KEPT.toDays()
                    + " days: keep that file apart from the backup.");
        }
    }
}
