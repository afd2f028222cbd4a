package org.image2ai.api.moderation;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.PlatformException;

/**
 * What follows from a review.
 *
 * @param decision what
 * @param category what was found; empty when it is allowed
 * @param review where the person finds it again, and appeals; empty when it is allowed
 */
public record Verdict(Decision decision, Optional<ContentCategory> category, Optional<String> review) {
    /** It may pass. */
    public static final Verdict ALLOWED = new Verdict(Decision.ALLOW, Optional.empty(), Optional.empty());

    /** What becomes of content. */
    public enum Decision {
        /** It passes. */
        ALLOW,
        /** A person must look at it first. */
        HOLD,
        /** It does not pass. */
        REFUSE;

        /** The name on the wire: {@code hold}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Verdict {
        Objects.requireNonNull(decision, "decision");
        if (decision != Decision.ALLOW && (category.isEmpty() || review.isEmpty())) {
            throw new IllegalArgumentException("who is refused something is told why and where to appeal");
        }
    }

    /** Whether it passes. */
    public boolean allowed() {
        return decision == Decision.ALLOW;
    }

    /**
     * The error of content that does not pass.
     *
     * @param what the thing in a sentence: {@code prompt}
     * @param field the request's field that held it
     */
    public PlatformException refusal(String what, String field) {
        String found = category.orElseThrow().words();
        String address = "/api/v1/reviews/" + review.orElseThrow();
        Map<String, String> details =
                Map.of("category", category.orElseThrow().wireName(), "review", address, "appeal", address + "/appeal");
        PlatformException error = decision == Decision.HOLD
                ? PlatformException.invalid(
                        "content_held",
                        "A person must look at the " + what + " first, for it may be " + found + "; see " + address
                                + ".")
                : PlatformException.invalid(
                        "content_refused",
                        "The " + what + " was refused as " + found + ". If that is wrong, appeal: POST " + address
                                + "/appeal.");
        return error.withField(field).withDetails(details);
    }
}
