package org.image2ai.api.privacy;

import java.util.List;
import java.util.Objects;
import org.image2ai.api.Purpose;

/**
 * What a bundle holds of people, to whom it sends it, and what it keeps in their browsers. It stands in the bundle as
 * {@value #FILE}, in the shape of {@code declaration.schema.json} beside this class, with its digest in the bundle's
 * capability {@value #CAPABILITY}; the platform keeps what it admitted, so it outlives the bundle.
 *
 * @param bundle symbolic name of the bundle
 * @param holdings what it holds; empty for a bundle that only sends
 * @param recipients to whom it sends; empty for a bundle that only holds
 * @param browser what it keeps in browsers
 * @param none why there is nothing to declare; empty where there is something
 */
public record PrivacyDeclaration(
        String bundle, List<Holding> holdings, List<Recipient> recipients, List<BrowserItem> browser, String none) {
    /** Where it stands in a bundle. */
    public static final String FILE = "META-INF/privacy/declaration.json";

    /** The capability of a bundle that declares something; its attribute {@code digest} is the file's SHA-256. */
    public static final String CAPABILITY = "org.image2ai.privacy";

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
            List<Purpose> purposes,
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
     * @param purposes what for
     * @param retention how long they keep it: ISO 8601 period, or {@code operator} where only the operator knows
     */
    public record Recipient(
            String name,
            String country,
            List<String> hosts,
            String safeguard,
            ErasureMode erasure,
            String policyUrl,
            List<Purpose> purposes,
            String retention) {
        public Recipient {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(country, "country");
            hosts = List.copyOf(hosts);
            Objects.requireNonNull(safeguard, "safeguard");
            Objects.requireNonNull(erasure, "erasure");
            Objects.requireNonNull(policyUrl, "policyUrl");
            purposes = List.copyOf(purposes);
            Objects.requireNonNull(retention, "retention");
        }
    }

    /**
     * Something that is kept in a person's browser.
     *
     * @param name of the cookie or the key
     * @param kind where it is kept
     * @param purpose in words that a person understands
     * @param lifetime ISO 8601 duration, or {@code session}
     * @param optional whether it waits for consent
     */
    public record BrowserItem(String name, BrowserKind kind, String purpose, String lifetime, boolean optional) {
        public BrowserItem {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(lifetime, "lifetime");
        }
    }

    /** Where a browser keeps something. */
    public enum BrowserKind {
        /** A cookie. */
        COOKIE,
        /** Local storage. */
        LOCAL_STORAGE
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
        browser = List.copyOf(browser);
        Objects.requireNonNull(none, "none");
        boolean nothing = holdings.isEmpty() && recipients.isEmpty() && browser.isEmpty();
        if (nothing == none.isBlank()) {
            throw new IllegalArgumentException(bundle + " declares either something, or why there is nothing");
        }
    }
}
