package org.image2ai.api.model;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller has to say about the choice of a model.
 *
 * @param policy by what models are ordered; the operator's usual policy where empty
 * @param strictness what becomes of parameters that a model lacks
 * @param excludeVendors vendors or ids of providers that must not get it, in any case of letters
 * @param regions the only regions that it may go to, as models name them; any where empty, and {@code local} always
 * @param maxCredits the most credits that it may cost, beside the request's own ceiling
 * @param conversation what it belongs to, in the caller's words, for {@link RoutingPolicy#STICKY}
 */
public record Routing(
        Optional<RoutingPolicy> policy,
        Strictness strictness,
        Set<String> excludeVendors,
        Set<String> regions,
        Optional<BigDecimal> maxCredits,
        Optional<String> conversation) {
    /** What becomes of parameters that a model lacks. */
    public enum Strictness {
        /** A model that lacks one is not taken. */
        STRICT,
        /** They are left out, and values that are out of range are moved into it; the receipt says which. */
        BEST_EFFORT
    }

    /** Nothing to say. */
    public static final Routing USUAL =
            new Routing(Optional.empty(), Strictness.STRICT, Set.of(), Set.of(), Optional.empty(), Optional.empty());

    public Routing {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(strictness, "strictness");
        excludeVendors = Set.copyOf(excludeVendors);
        regions = Set.copyOf(regions);
        Objects.requireNonNull(maxCredits, "maxCredits");
        Objects.requireNonNull(conversation, "conversation");
    }
}
