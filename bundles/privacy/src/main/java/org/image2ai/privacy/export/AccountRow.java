package org.image2ai.privacy.export;

import java.util.List;

/**
 * A table of this bundle with one row for an account, which goes with it.
 *
 * @param holding name in the declaration
 * @param table its rows, under the column {@code account}
 * @param columns what a person gets to see of a row
 * @param since an expression for the microseconds since when it is held
 */
record AccountRow(String holding, String table, List<String> columns, String since) {
    /** What was decided, as it stands; the ledger of consents explains it. */
    static final AccountRow CHOICES = new AccountRow(
            "choices",
            "prv_choice",
            List.of("restricted", "third_parties", "objections", "recipients", "regions"),
            "(SELECT MIN(c.created_at) FROM prv_consent c WHERE c.account = t.account)");

    /** The last day on which the account was used, and when it was warned that it is not. */
    static final AccountRow ACTIVITY =
            new AccountRow("activity", "prv_activity", List.of("seen_on", "warned_on"), "t.seen_on * 86400000000");

    String find() {
        return "SELECT " + since + ", t." + String.join(", t.", columns) + " FROM " + table + " t WHERE t.account = ?1";
    }

    String remove() {
        return "DELETE FROM " + table + " WHERE account = ?1";
    }
}
