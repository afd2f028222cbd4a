package org.image2ai.privacy.export;

import java.util.List;

/**
 * Tables of this bundle that prove what was asked and chosen. They are kept though the person is erased, and then go with
 * the rows that hang on theirs. Each has the columns {@code id}, {@code account} and {@code created_at}.
 *
 * @param holding name in the declaration
 * @param table its rows
 * @param columns what a person gets to see of a row
 * @param children tables whose column {@code request} names a row
 */
record EvidenceTable(String holding, String table, List<String> columns, List<String> children) {
    /** What was consented to, objected to and withdrawn. */
    static final EvidenceTable CONSENTS = new EvidenceTable(
            "consents", "prv_consent", List.of("kind", "subject", "text_version", "source"), List.of());

    /** Legal holds on what is held of somebody. */
    static final EvidenceTable HOLDS = new EvidenceTable(
            "legal-holds", "prv_hold", List.of("case_ref", "reason", "review_on", "released_at"), List.of());

    /** Requests, and what became of them. */
    static final EvidenceTable REQUESTS = new EvidenceTable(
            "requests",
            "prv_request",
            List.of("request_type", "law", "due_at", "ended_at", "export_id"),
            List.of("prv_event", "prv_asked", "prv_outcome", "prv_item", "prv_task"));

    String page() {
        return "SELECT id, created_at FROM " + table + " WHERE account = ?1 AND (created_at > ?2"
                + " OR (created_at = ?2 AND id > ?3)) ORDER BY created_at, id";
    }

    String find() {
        return "SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE id = ?1 AND account = ?2";
    }

    /** Rows whose account was erased before an instant, or that nobody needs any more since then. */
    String over() {
        return "SELECT t.id FROM " + table + " t WHERE t.created_at < ?1 AND EXISTS"
                + " (SELECT 1 FROM prv_fence f WHERE f.account = t.account AND f.closed_at < ?1)";
    }

    String remove() {
        return "DELETE FROM " + table + " WHERE id = ?1";
    }

    List<String> removeChildren() {
        return children.stream()
                .map(child -> "DELETE FROM " + child + " WHERE request = ?1")
                .toList();
    }
}
