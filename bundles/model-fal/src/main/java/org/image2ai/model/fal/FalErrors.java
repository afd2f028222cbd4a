package org.image2ai.model.fal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.vendor.Refusal;
import org.image2ai.kit.vendor.VendorErrors;

/**
 * fal's errors: those of a <a href="https://fal.ai/docs/documentation/model-apis/errors">model</a>, {@code {"detail":
 * [{"loc", "msg", "type"}]}}, and those of a <a
 * href="https://fal.ai/docs/documentation/model-apis/request-errors">request</a>, {@code {"detail": "…", "error_type"}};
 * the header {@code X-Fal-Retryable} tells whether the same may do the next time. An account that is used up is
 * <i>locked</i>, with status 403.
 */
final class FalErrors implements VendorErrors {
    /** Name of the detail with fal's own word for it, of errors by which a request has ended. */
    static final String DETAIL = "vendorError";

    private static final Set<Integer> ABOUT_THE_ACCOUNT = Set.of(401, 402, 403, 404, 429);
    private static final String[] USED_UP = {"exhausted balance", "top_up", "top up", "insufficient balance"};

    @Override
    public Optional<PlatformException> of(Refusal refusal) {
        Optional<String> word = word(refusal);
        PlatformException e = meaning(refusal, word.orElse(""));
        boolean told = refusal.body().has("detail") || word.isPresent();
        if (!told || ABOUT_THE_ACCOUNT.contains(refusal.status())) {
            return Optional.of(e);
        }
        Map<String, String> details = new HashMap<>(e.details());
        details.put(DETAIL, word.orElse("unknown"));
        return Optional.of(e.withDetails(details));
    }

    private static PlatformException meaning(Refusal refusal, String word) {
        if (word.equals("content_policy_violation")) {
            return refusal.contentRefused();
        }
        return switch (refusal.status()) {
            case 403 -> refusal.says(USED_UP) ? refusal.quotaSpent() : refusal.notAccepted();
            case 400, 422 ->
                isRetryable(refusal, false)
                        ? refusal.unavailable()
                        : refusal.invalid(Optional.of(word).filter(told -> !told.isEmpty()));
            // Somebody at fal, or its dashboard, ended it.
            case 499 -> refusal.unavailable();
            case 500, 502, 503, 504 -> isRetryable(refusal, true) ? refusal.unavailable() : failed(refusal);
            default -> refusal.byStatus();
        };
    }

    private static boolean isRetryable(Refusal refusal, boolean otherwise) {
        return refusal.header()
                .apply("x-fal-retryable")
                .map(told -> told.strip().equalsIgnoreCase("true"))
                .orElse(otherwise);
    }

    /** The same would fail again. */
    private static PlatformException failed(Refusal refusal) {
        PlatformException e = refusal.unavailable();
        return PlatformException.upstream(e.code(), e.getMessage(), false).withDetails(e.details());
    }

    /** The type of the error, never its message: that repeats the input. */
    private static Optional<String> word(Refusal refusal) {
        // Some models give the list alone.
        JsonNode list =
                refusal.body().isArray() ? refusal.body() : refusal.body().path("detail");
        for (JsonNode one : list) {
            if (one.path("type").asText().equals("content_policy_violation")) {
                return Optional.of("content_policy_violation");
            }
        }
        return identifier(list.path(0).path("type"))
                .or(() -> identifier(refusal.body().path("error_type")))
                .or(() -> refusal.header().apply("x-fal-error-type").filter(FalErrors::isIdentifier));
    }

    private static Optional<String> identifier(JsonNode node) {
        return Optional.of(node.asText()).filter(FalErrors::isIdentifier);
    }

    private static boolean isIdentifier(String text) {
        return text.matches("[a-z][a-z0-9_.]{0,63}");
    }
}
