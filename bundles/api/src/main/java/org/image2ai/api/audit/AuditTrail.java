package org.image2ai.api.audit;

import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Every administrative act, kept in order; nothing in it is ever changed. */
@ProviderType
public interface AuditTrail {
    /** Writes an act down; joins the caller's transaction, so that there is no act without its entry. */
    void record(AuditEntry entry);

    /** The acts, newest first. */
    Page<AuditEntry> list(PageRequest page);
}
