package org.image2ai.api.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what the router orders the models that can do a request. On the wire the names are in lower case with hyphens. */
public enum RoutingPolicy {
    /** The one that costs the least credits. */
    CHEAPEST,
    /** The one that lately took the least time for pictures of about that size; one that was never asked comes first. */
    FASTEST,
    /** The one that stands first in the operator's ranking; those that are not in it follow, the cheapest first. */
    QUALITY,
    /** By lot, in the proportions that the operator gave. */
    WEIGHTED,
    /** The one that served the conversation before; the cheapest where there was none. */
    STICKY,
    /** Those that keep pictures and prompts on this machine first, the cheapest first. */
    LOCAL_FIRST;

    /** The name on the wire: {@code local-first}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The policy of a wire name. */
    public static Optional<RoutingPolicy> ofWireName(String name) {
        return Arrays.stream(values()).filter(p -> p.wireName().equals(name)).findFirst();
    }
}
