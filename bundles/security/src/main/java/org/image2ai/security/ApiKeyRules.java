package org.image2ai.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.security.ApiKey;
import org.image2ai.api.security.NewApiKey;
import org.image2ai.kit.net.Network;

/** What a key may look like, and what keys a key may make: none that can do more than itself. */
final class ApiKeyRules {
    private static final String SCOPE = "[a-z0-9*-]+(:[a-z0-9*-]+){0,3}";
    private static final int MOST_NETWORKS = 40;
    private static final int LONGEST_LIST = 2000;
    private static final Duration LONGEST_LIFE = Duration.ofDays(36_525);

    private ApiKeyRules() {}

    /** The same key in its shortest form. @throws PlatformException INVALID */
    static NewApiKey checked(NewApiKey key) {
        String name = key.name().strip();
        if (name.isEmpty() || name.length() > 80 || name.chars().anyMatch(Character::isISOControl)) {
            throw PlatformException.invalid("invalid_name", "The name of a key has 1 to 80 characters.")
                    .withField("name");
        }
        if (!key.scopes().stream().allMatch(s -> s.matches(SCOPE))
                || ApiKeyEntity.joined(key.scopes()).length() > LONGEST_LIST) {
            throw PlatformException.invalid("unknown_scope", "A scope looks like job:create.")
                    .withField("scopes");
        }
        if (key.spendCap().filter(cap -> cap < 0).isPresent()) {
            throw PlatformException.invalid("invalid_spend_cap", "A spend cap is a number of whole credits.")
                    .withField("spendCap");
        }
        key.expires().ifPresent(ApiKeyRules::checkExpiry);
        return new NewApiKey(
                key.account(), name, key.scopes(), key.expires(), key.spendCap(), networks(key.allowedNetworks()));
    }

    private static void checkExpiry(Instant expires) {
        Instant now = Instant.now();
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST_LIFE))) {
            throw PlatformException.invalid("invalid_expiry", "A key ends in the next hundred years, or never.")
                    .withField("expires");
        }
    }

    private static Set<String> networks(Set<String> given) {
        if (given.size() > MOST_NETWORKS) {
            throw PlatformException.invalid("invalid_network", "A key has at most " + MOST_NETWORKS + " networks.")
                    .withField("allowedNetworks");
        }
        try {
            return given.stream().map(n -> Network.parse(n).toString()).collect(Collectors.toSet());
        } catch (PlatformException e) {
            throw e.withField("allowedNetworks");
        }
    }

    /**
     * Refuses a key that can do more than the caller.
     *
     * @param permits what the caller may do
     * @throws PlatformException DENIED {@code scope_not_held}
     */
    static void requireWithin(Set<String> scopes, Predicate<String> permits) {
        scopes.stream().filter(permits.negate()).sorted().findFirst().ifPresent(s -> {
            throw PlatformException.denied("scope_not_held", "You do not have " + s + " yourself.")
                    .withField("scopes");
        });
    }

    /**
     * Refuses work on keys to a key whose limits a second key would not have.
     *
     * @throws PlatformException DENIED {@code key_is_limited}
     */
    static void requireUnlimited(ApiKey caller) {
        if (!caller.limits().equals(ApiKey.Limits.NONE) || caller.expires().isPresent()) {
            throw PlatformException.denied(
                    "key_is_limited", "A key that is limited in time, networks or credits makes no other keys.");
        }
    }
}
