package org.image2ai.model.replicate;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.vendor.Refusal;
import org.image2ai.kit.vendor.VendorErrors;

/**
 * Replicate's errors: {@code {"title", "detail", "status", "invalid_fields": [{"type", "field", "description"}]}}, as in
 * its <a href="https://replicate.com/docs/reference/http">HTTP reference</a>. How long <a
 * href="https://replicate.com/docs/topics/predictions/rate-limits">too much</a> lasts may stand in words only:
 * {@code Your rate limit resets in ~30s.}
 */
final class ReplicateErrors implements VendorErrors {
    private static final Pattern RESETS = Pattern.compile("resets in ~?(\\d{1,4}) ?s");
    /** The limit is one of requests in a minute. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Override
    public Optional<PlatformException> of(Refusal refusal) {
        return switch (refusal.status()) {
            case 429 -> Optional.of(limited(refusal));
            // A version that was taken away is no mistake of the person's.
            case 422 ->
                Optional.of(
                        refusal.says("invalid version")
                                ? refusal.gone()
                                : refusal.invalid(refusal.word("/invalid_fields/0/field")));
            default -> Optional.empty();
        };
    }

    private static PlatformException limited(Refusal refusal) {
        PlatformException e = refusal.rateLimited();
        if (e.retryAfter().isPresent()) {
            return e;
        }
        Matcher resets = RESETS.matcher(refusal.body().path("detail").asText());
        return e.retryAfter(resets.find() ? Duration.ofSeconds(Long.parseLong(resets.group(1))) : MINUTE);
    }
}
