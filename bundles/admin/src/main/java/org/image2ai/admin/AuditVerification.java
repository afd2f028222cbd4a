package org.image2ai.admin;

import java.util.Optional;

/**
 * What a walk along the chain found.
 *
 * @param whole whether nothing is changed, missing or added
 * @param entries how many rows are good, from the first on
 * @param last the number of the last good row, or of the first bad one
 * @param hash the hash of the last row of a whole chain: kept elsewhere, it proves that nobody wrote the chain anew
 * @param broken why the row at {@code last} is bad
 */
public record AuditVerification(
        boolean whole, long entries, long last, Optional<String> hash, Optional<String> broken) {
    static AuditVerification whole(long entries, long last, String hash) {
        return new AuditVerification(true, entries, last, Optional.of(hash), Optional.empty());
    }

    static AuditVerification broken(long entries, long at, String why) {
        return new AuditVerification(false, entries, at, Optional.empty(), Optional.of(why));
    }
}
