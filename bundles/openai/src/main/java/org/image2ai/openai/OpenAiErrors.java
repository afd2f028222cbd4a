package org.image2ai.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.ErrorShape;
import org.osgi.service.component.annotations.Component;

/** Errors in OpenAI's shape and with its codes, where it has one for the case. */
@Component
public final class OpenAiErrors implements ErrorShape {
    private static final String INVALID = "invalid_request_error";
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("unauthenticated", new Kind(401, INVALID, "invalid_api_key")),
            Map.entry("insufficient_credits", new Kind(429, "insufficient_quota", "insufficient_quota")),
            Map.entry("spend_cap_reached", new Kind(429, "insufficient_quota", "insufficient_quota")),
            Map.entry("rate_limited", new Kind(429, "requests", "rate_limit_exceeded")),
            Map.entry("queue_full", new Kind(429, "requests", "rate_limit_exceeded")),
            Map.entry("model_not_found", new Kind(404, INVALID, "model_not_found")),
            Map.entry("content_refused", new Kind(400, "image_generation_user_error", "moderation_blocked")),
            Map.entry("content_held", new Kind(400, "image_generation_user_error", "moderation_blocked")),
            Map.entry("unknown_field", new Kind(400, INVALID, "unknown_parameter")),
            Map.entry("unknown_parameter", new Kind(400, INVALID, "unknown_parameter")),
            Map.entry("missing_prompt", new Kind(400, INVALID, "missing_required_parameter")),
            Map.entry("missing_field", new Kind(400, INVALID, "missing_required_parameter")),
            Map.entry("invalid_field", new Kind(400, INVALID, "invalid_type")),
            Map.entry("invalid_parameter", new Kind(400, INVALID, "invalid_value")),
            Map.entry("forbidden", new Kind(403, INVALID, "insufficient_permissions")));

    /** What OpenAI calls a case. */
    private record Kind(int status, String type, String code) {}

    /** An error's body; all four keys are always there. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Body(Detail error) {}

    /** What went wrong. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Detail(String message, String type, String param, String code) {}

    @Override
    public String prefix() {
        return "/v1";
    }

    @Override
    public Shaped shape(PlatformException error, int status, String requestId) {
        Kind kind = kind(error, status);
        // Waiting does not fill an account or change what is refused; without this clients would try again.
        boolean hopeless = kind.code().equals("insufficient_quota")
                || !error.retryable() && (kind.status() >= 500 || kind.status() == 409);
        return new Shaped(kind.status(), body(error, kind), hopeless ? Map.of("x-should-retry", "false") : Map.of());
    }

    private static Kind kind(PlatformException error, int status) {
        String type = status >= 500 ? "server_error" : INVALID;
        return KINDS.getOrDefault(error.code(), new Kind(status, type, error.code()));
    }

    private static Body body(PlatformException error, Kind kind) {
        return new Body(new Detail(
                error.getMessage(),
                kind.type(),
                error.field().map(OpenAiErrors::param).orElse(null),
                kind.code()));
    }

    /** The body of an error inside a stream, where the status is gone already. */
    static Body inStream(PlatformException error) {
        return body(error, kind(error, 500));
    }

    /** What the platform calls a field, in the words of this API. */
    static String param(String field) {
        String name = field.startsWith("parameters.") ? field.substring("parameters.".length()) : field;
        return Optional.ofNullable(Map.of(
                                "width", "size",
                                "height", "size",
                                "count", "n",
                                "inputs", "image",
                                "file", "image",
                                "inputFidelity", "input_fidelity",
                                "format", "output_format")
                        .get(name))
                .orElse(name);
    }
}
