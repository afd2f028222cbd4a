package org.image2ai.privacy.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.image2ai.api.Purpose;

/**
 * A version of the policy.
 *
 * @param version its name
 * @param effective the day from which on it holds, in UTC
 * @param changedPurposes purposes that mean something else than before: consents to them must be given again
 * @param source who published it
 * @param published when
 */
record PolicyVersion(
        String version, LocalDate effective, Set<Purpose> changedPurposes, String source, Instant published) {
    PolicyVersion {
        changedPurposes = Set.copyOf(changedPurposes);
    }
}
