package org.image2ai.model.stability;

import java.time.Duration;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.vendor.Refusal;
import org.image2ai.kit.vendor.VendorErrors;

/**
 * Stability AI's errors: {@code {"id", "name", "errors": ["field: what is wrong"]}} as in its
 * <a href="https://platform.stability.ai/docs/api-reference">API reference</a>. The name tells what the status does
 * not. A picture can also be refused by the header {@code finish-reason} of a success: it is blurred then.
 */
final class StabilityErrors implements VendorErrors {
    /** Who asks more than 150 times in ten seconds is shut out for so long; no header says so. */
    private static final Duration SHUT_OUT = Duration.ofSeconds(60);

    @Override
    public Optional<PlatformException> of(Refusal refusal) {
        Refusal known = identified(refusal);
        boolean filtered = refusal.header()
                .apply("finish-reason")
                .filter("CONTENT_FILTERED"::equals)
                .isPresent();
        if (filtered) {
            return Optional.of(known.contentRefused());
        }
        return Optional.of(
                switch (refusal.word("/name").orElse("")) {
                    case "content_moderation", "public_figure" -> known.contentRefused();
                    case "payment_required" -> known.quotaSpent();
                    case "generation_not_found" -> known.gone();
                    default -> byStatus(known);
                });
    }

    private static PlatformException byStatus(Refusal refusal) {
        return switch (refusal.status()) {
            case 400, 413, 422 -> refusal.invalid(field(refusal).or(() -> refusal.word("/name")));
            case 429 -> limited(refusal.rateLimited());
            default -> refusal.byStatus();
        };
    }

    private static PlatformException limited(PlatformException e) {
        return e.retryAfter().isPresent() ? e : e.retryAfter(SHUT_OUT);
    }

    /** The first word of {@code "aspect_ratio: must be one of …"}; what follows can repeat a prompt. */
    private static Optional<String> field(Refusal refusal) {
        String first = refusal.body().path("errors").path(0).asText();
        return Optional.of(first.substring(0, Math.max(0, first.indexOf(':'))))
                .filter(word -> word.matches("[a-z][a-z_]{0,39}"));
    }

    /** The error has an id of its own, for the answers whose headers have none. */
    private static Refusal identified(Refusal refusal) {
        Optional<String> id = refusal.requestId()
                .or(() -> Optional.of(refusal.body().path("id").asText())
                        .filter(text -> text.matches("[0-9a-f]{16,64}")));
        return new Refusal(refusal.vendor(), refusal.status(), refusal.header(), refusal.body(), id);
    }
}
