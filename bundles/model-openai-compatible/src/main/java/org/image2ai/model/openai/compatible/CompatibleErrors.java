package org.image2ai.model.openai.compatible;

import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.vendor.Refusal;
import org.image2ai.kit.vendor.VendorErrors;

/** Errors in OpenAI's shape, as far as a server keeps to it; its status tells the rest. */
final class CompatibleErrors implements VendorErrors {
    private static final Set<String> SAFETY =
            Set.of("moderation_blocked", "content_policy_violation", "content_filter");

    @Override
    public Optional<PlatformException> of(Refusal refusal) {
        Optional<String> code = refusal.word("/error/code");
        Optional<String> type = refusal.word("/error/type");
        if (code.filter(SAFETY::contains).isPresent()
                || type.filter(SAFETY::contains).isPresent()) {
            return Optional.of(refusal.contentRefused());
        }
        if (code.or(() -> type).filter("insufficient_quota"::equals).isPresent()) {
            return Optional.of(refusal.quotaSpent());
        }
        if (code.filter("model_not_found"::equals).isPresent()) {
            return Optional.of(refusal.gone());
        }
        boolean wrong = refusal.status() == 400 || refusal.status() == 422;
        return wrong ? Optional.of(refusal.invalid(refusal.word("/error/param"))) : Optional.empty();
    }
}
