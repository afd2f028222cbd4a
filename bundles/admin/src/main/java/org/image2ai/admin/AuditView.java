package org.image2ai.admin;

import java.time.Instant;
import java.util.Map;
import org.image2ai.api.audit.AuditEntry;

/** An act in the API. */
public record AuditView(
        long number, Instant at, String actor, String action, String target, Map<String, String> details, String hash) {
    static AuditView of(AuditEntity row) {
        AuditEntry e = row.toRecord();
        return new AuditView(row.number(), e.at(), e.actor(), e.action(), e.target(), e.details(), row.hash());
    }
}
