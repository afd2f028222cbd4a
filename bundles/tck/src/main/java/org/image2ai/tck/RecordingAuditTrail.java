package org.image2ai.tck;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;

/** An audit trail in memory, which can be told to fail. */
public final class RecordingAuditTrail implements AuditTrail {
    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    /** From now on nothing can be written down. */
    public void fail() {
        failing = true;
    }

    @Override
    public void record(AuditEntry entry) {
        if (failing) {
            throw PlatformException.internal("audit_failed", "The test wants the audit trail to fail.", null);
        }
        entries.add(entry);
    }

    @Override
    public Page<AuditEntry> list(PageRequest page) {
        return new Page<>(entries, Optional.empty());
    }

    /** The kinds of what was done, in order. */
    public List<String> actions() {
        return entries.stream().map(AuditEntry::action).toList();
    }
}
