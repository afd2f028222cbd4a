package org.image2ai.privacy.choice;

import java.time.Instant;

/**
 * An entry of the ledger of decisions. Entries are never changed, and follow each other.
 *
 * @param id unique
 * @param kind what was decided
 * @param subject about what: a purpose, a recipient, a region, or a word such as {@code third-parties}
 * @param textVersion the version of the policy that the person could read then
 * @param source by what way: {@code self-service}, {@code Sec-GPC}, {@code request:…}
 * @param at when
 */
public record Decision(String id, Kind kind, String subject, String textVersion, String source, Instant at) {
    /** What can be decided. */
    public enum Kind {
        /** A purpose is consented to. */
        CONSENT,
        /** A consent is withdrawn. */
        CONSENT_WITHDRAWN,
        /** Something is objected to. */
        OBJECTION,
        /** An objection is lifted. */
        OBJECTION_LIFTED,
        /** All processing but keeping is stopped. */
        RESTRICTION,
        /** It may go on. */
        RESTRICTION_LIFTED,
        /** No sale and no sharing. */
        OPT_OUT
    }
}
