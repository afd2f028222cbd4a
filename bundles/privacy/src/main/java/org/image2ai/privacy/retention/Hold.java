package org.image2ai.privacy.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.image2ai.api.AccountId;

/**
 * A legal hold: what it covers is kept until it is released, whatever else asks for its erasure.
 *
 * @param id unique
 * @param account whose data
 * @param caseRef the case; several holds can be of one, and are released together
 * @param reason why, with the statute
 * @param bundle of which bundle; empty for all
 * @param holding of which holding; empty for all
 * @param item which item; empty for all
 * @param review the day on which somebody looks whether it is still needed
 * @param createdBy who placed it
 * @param created when
 * @param released when it ended; empty while it stands
 */
public record Hold(
        String id,
        AccountId account,
        String caseRef,
        String reason,
        Optional<String> bundle,
        Optional<String> holding,
        Optional<String> item,
        LocalDate review,
        String createdBy,
        Instant created,
        Optional<Instant> released) {
    /** Whether it covers an item of its account. */
    boolean covers(String ofBundle, String ofHolding, String key) {
        return bundle.filter(name -> !name.equals(ofBundle)).isEmpty()
                && holding.filter(name -> !name.equals(ofHolding)).isEmpty()
                && item.filter(name -> !name.equals(key)).isEmpty();
    }
}
