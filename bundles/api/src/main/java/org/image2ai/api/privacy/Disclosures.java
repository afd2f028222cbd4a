package org.image2ai.api.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * To whom data of one person went, as one bundle wrote it down before it sent it. The names stand in the stored
 * declarations, so they are known as well when a bundle is gone.
 *
 * @param covers kinds of plugins ({@code image-models}) whose sending is in this record as well: they get nothing but
 *     what this bundle gives them
 * @param complete whether all is in it; where not, everybody counts whom this bundle, or one that it covers, declares
 * @param made what went out
 */
public record Disclosures(Set<String> covers, boolean complete, List<Disclosure> made) {
    /** No record is kept: everybody counts whom the bundle declares. */
    public static final Disclosures UNRECORDED = new Disclosures(Set.of(), false, List.of());

    public Disclosures {
        covers = Set.copyOf(covers);
        made = List.copyOf(made);
    }

    /**
     * One recipient of one person's data.
     *
     * @param bundle whose declaration names the recipient
     * @param recipient its name in that declaration; empty for each that it names
     * @param where which one, where the declaration leaves that to the operator or the person: a host; else empty
     * @param first when something went there first
     * @param last when something went there last, to the hour
     */
    public record Disclosure(String bundle, String recipient, String where, Instant first, Instant last) {
        public Disclosure {
            Objects.requireNonNull(bundle, "bundle");
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(where, "where");
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(last, "last");
        }
    }
}
