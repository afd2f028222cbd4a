package org.image2ai.model.openai;

import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.vendor.Refusal;
import org.image2ai.kit.vendor.VendorErrors;

/**
 * OpenAI's errors: {@code {"error": {"message", "type", "param", "code"}}}, see
 * <a href="https://developers.openai.com/api/docs/guides/error-codes">Error codes</a>. The code or the type tells what
 * the status does not.
 */
final class OpenAiErrors implements VendorErrors {
    private static final Set<String> SAFETY =
            Set.of("moderation_blocked", "content_policy_violation", "image_generation_user_error", "safety_violation");
    private static final Set<String> QUOTA =
            Set.of("insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "account_deactivated");

    @Override
    public Optional<PlatformException> of(Refusal refusal) {
        if (is(refusal, SAFETY) || refusal.status() == 400 && refusal.says("our safety system", "the safety system")) {
            return Optional.of(refusal.contentRefused());
        }
        if (is(refusal, QUOTA)) {
            return Optional.of(refusal.quotaSpent());
        }
        if (is(refusal, Set.of("model_not_found"))) {
            return Optional.of(refusal.gone());
        }
        if (is(refusal, Set.of("rate_limit_exceeded"))) {
            return Optional.of(refusal.rateLimited());
        }
        if (is(refusal, Set.of("server_error"))) {
            return Optional.of(refusal.unavailable());
        }
        return refusal.status() == 400 ? Optional.of(refusal.invalid(refusal.word("/error/param"))) : Optional.empty();
    }

    private static boolean is(Refusal refusal, Set<String> words) {
        return refusal.word("/error/code").filter(words::contains).isPresent()
                || refusal.word("/error/type").filter(words::contains).isPresent();
    }
}
