package org.image2ai.api.model;

import java.util.Objects;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people objected to: the router never sends their pictures and prompts there. The router asks for each request,
 * at admission and again before a rendering, on the thread of its caller.
 *
 * <p>Implementations must answer from memory. While they throw, nothing of the account is routed.
 */
@ProviderType
@FunctionalInterface
public interface RoutingRestrictions {
    /** What an account objected to; {@link Restrictions#NONE} where it did not. */
    Restrictions of(AccountId account);

    /**
     * What one account objected to.
     *
     * @param vendors vendors or ids of providers, in any case of letters
     * @param thirdParties whether it objected to everybody but this machine
     * @param regions regions, as models name them
     * @param bundles symbolic names of bundles that get nothing of it: it objected to a recipient that they declare, or
     *     they declare one that the public register does not name yet
     */
    record Restrictions(Set<String> vendors, boolean thirdParties, Set<String> regions, Set<String> bundles) {
        /** No objection. */
        public static final Restrictions NONE = new Restrictions(Set.of(), false, Set.of());

        public Restrictions {
            vendors = Set.copyOf(Objects.requireNonNull(vendors, "vendors"));
            regions = Set.copyOf(Objects.requireNonNull(regions, "regions"));
            bundles = Set.copyOf(Objects.requireNonNull(bundles, "bundles"));
        }

        /** What is said of vendors and regions, and not of bundles. */
        public Restrictions(Set<String> vendors, boolean thirdParties, Set<String> regions) {
            this(vendors, thirdParties, regions, Set.of());
        }
    }
}
