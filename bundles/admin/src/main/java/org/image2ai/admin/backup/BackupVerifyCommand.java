package org.image2ai.admin.backup;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.image2ai.kit.shell.PlatformCommand;

/** Compares every byte of a backup with its checksum. */
@Service
@Command(scope = "image2ai", name = "backup-verify", description = "Proves that a backup is whole")
public final class BackupVerifyCommand extends PlatformCommand {
    @Argument(name = "FILE", description = "A backup", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Reference
    private Backups backups;

    @Override
    protected Object run() {
        return backups.verify(file);
    }

    @Override
    protected void print(Object result, PrintStream out) {
        out.println("Good. " + ((BackupReport) result).inWords());
    }
}
