package org.image2ai.generation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Routing;
import org.image2ai.api.model.Routing.Strictness;
import org.image2ai.api.model.RoutingPolicy;

/**
 * What a client has to say about the choice of a model.
 *
 * @param policy {@code cheapest}, {@code fastest}, {@code quality}, {@code weighted}, {@code sticky} or
 *     {@code local-first}; the operator's when absent
 * @param strictness {@code strict}: a model that lacks a parameter is not taken; {@code best-effort}: parameters are left
 *     out or moved into range, and the receipt says which; strict when absent
 * @param excludeVendors vendors or providers that must not get it
 * @param regions the only regions that it may go to; {@code local} is always one
 * @param maxCredits the most credits that it may cost
 * @param conversation what it belongs to, for the policy sticky; at most 100 characters
 */
public record RoutingBody(
        Optional<String> policy,
        Optional<String> strictness,
        List<String> excludeVendors,
        List<String> regions,
        Optional<BigDecimal> maxCredits,
        Optional<String> conversation) {
    private static final int MOST_NAMES = 50;
    private static final int MOST_CHARACTERS = 100;

    static RoutingBody of(Routing routing) {
        return new RoutingBody(
                routing.policy().map(RoutingPolicy::wireName),
                Optional.of(wireName(routing.strictness())),
                List.copyOf(routing.excludeVendors()),
                List.copyOf(routing.regions()),
                routing.maxCredits(),
                routing.conversation());
    }

    /** @throws PlatformException INVALID naming the field */
    Routing toRequest() {
        Optional<BigDecimal> most = given(maxCredits);
        if (most.filter(credits -> credits.signum() < 0).isPresent()) {
            throw invalid("maxCredits", "maxCredits is less than 0.");
        }
        if (given(conversation).filter(name -> name.length() > MOST_CHARACTERS).isPresent()) {
            throw invalid("conversation", "A conversation's name has at most " + MOST_CHARACTERS + " characters.");
        }
        return new Routing(
                given(policy).map(RoutingBody::policy),
                given(strictness).map(RoutingBody::strictness).orElse(Strictness.STRICT),
                names("excludeVendors", excludeVendors),
                names("regions", regions),
                most,
                given(conversation));
    }

    private static <T> Optional<T> given(Optional<T> field) {
        return field == null ? Optional.empty() : field;
    }

    private static RoutingPolicy policy(String name) {
        return RoutingPolicy.ofWireName(name)
                .orElseThrow(() -> invalid(
                        "policy",
                        "A policy is one of "
                                + Arrays.stream(RoutingPolicy.values())
                                        .map(RoutingPolicy::wireName)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static String wireName(Strictness strictness) {
        return strictness.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Strictness strictness(String name) {
        return Arrays.stream(Strictness.values())
                .filter(one -> wireName(one).equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("strictness", "A strictness is strict or best-effort."));
    }

    private static Set<String> names(String field, List<String> names) {
        if (names == null) {
            return Set.of();
        }
        if (names.size() > MOST_NAMES || names.stream().anyMatch(n -> n == null || n.length() > MOST_CHARACTERS)) {
            throw invalid(
                    field,
                    "There may be at most " + MOST_NAMES + " names, none null or longer than " + MOST_CHARACTERS
                            + " characters.");
        }
        return Set.copyOf(names);
    }

    private static PlatformException invalid(String field, String message) {
        return PlatformException.invalid("invalid_routing", message).withField("routing." + field);
    }
}
