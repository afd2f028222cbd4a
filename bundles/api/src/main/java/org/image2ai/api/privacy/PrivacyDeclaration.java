package org.image2ai.api.privacy;

import java.util.List;
import java.util.Objects;

/**
 * What a bundle holds of people and to whom it sends it.
 *
 * @param bundle symbolic name of the bundle
 * @param holdings what it holds; empty for a bundle that only sends
 * @param recipients to whom it sends; empty for a bundle that only holds
 */
public record PrivacyDeclaration(String bundle, List<Holding> holdings, List<Recipient> recipients) {
    /**
     * One kind of data that is held.
     *
     * @param name unique within the bundle: {@code api-keys}
     * @param category data category in terms of the W3C Data Privacy Vocabulary: {@code dpv-pd:EmailAddress}
     * @param purposes what for, in the words of {@link org.image2ai.api.Purpose}
     * @param legalBasis in DPV terms: {@code dpv:Contract}
     * @param location the tables and blob prefixes where it lies
     * @param subjectKey the column or key segment that names the person
     * @param retention how long, by state of the account
     * @param atErasure what happens to it at erasure
     */
    public record Holding(
            String name,
            String category,
            List<org.image2ai.api.Purpose> purposes,
            String legalBasis,
            List<String> location,
            String subjectKey,
            Retention retention,
            Action atErasure) {
        public Holding {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(category, "category");
            purposes = List.copyOf(purposes);
            Objects.requireNonNull(legalBasis, "legalBasis");
            location = List.copyOf(location);
            Objects.requireNonNull(subjectKey, "subjectKey");
            Objects.requireNonNull(retention, "retention");
            Objects.requireNonNull(atErasure, "atErasure");
        }
    }

    /**
     * How long data is kept.
     *
     * @param active while the account is active: ISO 8601 period, or {@code account} for its life
     * @param closed after the account was closed: ISO 8601 period
     */
    public record Retention(String active, String closed) {
        /** As long as the account, and nothing after. */
        public static final Retention ACCOUNT = new Retention("account", "P0D");

        public Retention {
            Objects.requireNonNull(active, "active");
            Objects.requireNonNull(closed, "closed");
        }
    }

    /** What happens to data at erasure. */
    public enum Action {
        /** It is removed. */
        ERASE,
        /** The way back to the person is removed. */
        ANONYMISE,
        /** It is kept for a named reason. */
        RETAIN
    }

    /**
     * Somebody outside who gets data.
     *
     * @param name legal name
     * @param country ISO 3166
     * @param hosts where it is sent
     * @param safeguard the safeguard of the transfer; empty within the same jurisdiction
     * @param erasure how their copy is erased
     * @param policyUrl their privacy policy
     */
    public record Recipient(
            String name, String country, List<String> hosts, String safeguard, ErasureMode erasure, String policyUrl) {
        public Recipient {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(country, "country");
            hosts = List.copyOf(hosts);
            Objects.requireNonNull(safeguard, "safeguard");
            Objects.requireNonNull(erasure, "erasure");
            Objects.requireNonNull(policyUrl, "policyUrl");
        }
    }

    /** How a copy outside is erased. */
    public enum ErasureMode {
        /** By a call. */
        API,
        /** By itself, after a time. */
        EXPIRY,
        /** By asking a person. */
        MANUAL,
        /** There is none. */
        NONE
    }

    public PrivacyDeclaration {
        Objects.requireNonNull(bundle, "bundle");
        holdings = List.copyOf(holdings);
        recipients = List.copyOf(recipients);
    }
}
