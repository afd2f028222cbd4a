package org.image2ai.admin;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.kit.shell.PlatformCommand;

/** Walks the audit trail and says where it is broken first. */
@Service
@Command(scope = "image2ai", name = "audit-verify", description = "Proves that the audit trail is whole")
public final class AuditVerifyCommand extends PlatformCommand {
    @Reference
    private AuditService audit;

    @Override
    protected Object run() {
        return audit.verify();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        AuditVerification found = (AuditVerification) result;
        if (found.whole()) {
            out.println("The audit trail is whole: " + found.entries() + " entries, the last is " + found.last() + " "
                    + found.hash().orElse(""));
        } else {
            out.println("The audit trail is BROKEN at entry " + found.last() + ": "
                    + found.broken().orElse("") + ". " + found.entries() + " entries before it are good.");
        }
    }
}
