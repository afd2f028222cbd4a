package org.image2ai.model.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.vendor.Refusal;
import org.image2ai.kit.vendor.VendorErrors;

/**
 * Google's errors: {@code {"error": <google.rpc.Status>}}, see
 * <a href="https://ai.google.dev/gemini-api/docs/troubleshooting">Troubleshooting</a> and
 * <a href="https://cloud.google.com/apis/design/errors">Errors</a>. What its filters refuse comes inside a success: as
 * {@code promptFeedback.blockReason}, as {@code finishReason} of a candidate
 * (<a href="https://ai.google.dev/api/generate-content">reference</a>), or as {@code raiFilteredReason} of Imagen.
 */
final class GoogleErrors implements VendorErrors {
    private static final Set<String> REFUSED = Set.of(
            "SAFETY",
            "RECITATION",
            "BLOCKLIST",
            "PROHIBITED_CONTENT",
            "SPII",
            "IMAGE_SAFETY",
            "IMAGE_PROHIBITED_CONTENT",
            "IMAGE_RECITATION");

    @Override
    public Optional<PlatformException> of(Refusal refusal) {
        if (refusal.status() / 100 == 2) {
            return inside(refusal);
        }
        // Some gateways give the error in an array, as Google's streams do.
        JsonNode body = refusal.body().isArray() ? refusal.body().path(0) : refusal.body();
        Optional<String> id = refusal.requestId().or(() -> requestId(body));
        return status(new Refusal(refusal.vendor(), refusal.status(), refusal.header(), body, id));
    }

    /** What an answer without a picture says; empty when it says nothing. */
    static Optional<PlatformException> inside(Refusal refusal) {
        boolean blocked =
                !refusal.body().at("/promptFeedback/blockReason").asText().isEmpty();
        boolean finished = refusal.word("/candidates/0/finishReason")
                .filter(REFUSED::contains)
                .isPresent();
        boolean filtered =
                !refusal.body().at("/predictions/0/raiFilteredReason").asText().isEmpty();
        if (blocked || finished || filtered) {
            return Optional.of(refusal.contentRefused());
        }
        return refusal.word("/candidates/0/finishReason")
                .filter("LANGUAGE"::equals)
                .map(word -> refusal.invalid(Optional.of(word)));
    }

    private static Optional<PlatformException> status(Refusal refusal) {
        return switch (refusal.word("/error/status").orElse("")) {
            case "INVALID_ARGUMENT", "OUT_OF_RANGE" -> Optional.of(invalid(refusal));
            case "FAILED_PRECONDITION" ->
                Optional.of(refusal.says("billing") ? refusal.quotaSpent() : refusal.notAccepted());
            case "UNAUTHENTICATED", "PERMISSION_DENIED" -> Optional.of(refusal.notAccepted());
            case "NOT_FOUND" -> Optional.of(refusal.gone());
            case "RESOURCE_EXHAUSTED" -> Optional.of(exhausted(refusal));
            case "ABORTED", "CANCELLED", "INTERNAL", "UNAVAILABLE", "DEADLINE_EXCEEDED", "UNKNOWN" ->
                Optional.of(refusal.unavailable());
            default -> Optional.empty();
        };
    }

    private static PlatformException invalid(Refusal refusal) {
        if (detail(refusal.body(), "ErrorInfo").path("reason").asText().startsWith("API_KEY_")) {
            return refusal.notAccepted();
        }
        // Imagen refuses words so, and has no code of its own for it.
        if (refusal.says("Responsible AI", "safety filter", "violate our policies", "usage guidelines")) {
            return refusal.contentRefused();
        }
        String field = detail(refusal.body(), "BadRequest")
                .at("/fieldViolations/0/field")
                .asText();
        return refusal.invalid(Optional.of(field).filter(name -> name.matches("[A-Za-z][A-Za-z0-9_.\\[\\]]{0,79}")));
    }

    private static PlatformException exhausted(Refusal refusal) {
        Optional<Duration> pause =
                seconds(detail(refusal.body(), "RetryInfo").path("retryDelay").asText());
        boolean daily = false;
        for (JsonNode violation : detail(refusal.body(), "QuotaFailure").path("violations")) {
            daily |= violation.path("quotaId").asText().contains("PerDay");
        }
        boolean unpaid = refusal.says("prepay", "credits are depleted", "spending cap", "spend cap")
                || pause.isEmpty() && refusal.says("check your plan and billing");
        if (daily || unpaid) {
            return refusal.quotaSpent();
        }
        PlatformException e = refusal.rateLimited();
        return pause.map(e::retryAfter).orElse(e);
    }

    /** The detail of a type, as {@code type.googleapis.com/google.rpc.RetryInfo}. */
    private static JsonNode detail(JsonNode body, String type) {
        for (JsonNode detail : body.at("/error/details")) {
            if (detail.path("@type").asText().endsWith("/google.rpc." + type)) {
                return detail;
            }
        }
        return MissingNode.getInstance();
    }

    private static Optional<String> requestId(JsonNode body) {
        return Optional.of(detail(body, "RequestInfo").path("requestId").asText())
                .filter(id -> id.matches("[A-Za-z0-9_.:/+=-]{1,128}"));
    }

    /** A duration of protobuf's JSON: {@code 34.5s}. */
    private static Optional<Duration> seconds(String text) {
        if (!text.matches("\\d{1,6}(\\.\\d{1,9})?s")) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(text.substring(0, text.length() - 1));
        return Optional.of(Duration.ofNanos(seconds.movePointRight(9).longValueExact()));
    }
}
