package org.image2ai.kit.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.image2ai.api.PlatformException;

/**
 * An answer that is no success, and the errors that it can mean. Their messages hold none of the vendor's sentences:
 * those repeat prompts, parts of keys and worse. Only words that look like identifiers go on.
 *
 * @param vendor who refuses
 * @param status the HTTP status; 200 for a vendor that refuses inside an answer
 * @param header gives the first value of a header
 * @param body what it says; missing where that is not JSON
 * @param requestId the vendor's own id of the call
 */
public record Refusal(
        String vendor,
        int status,
        Function<String, Optional<String>> header,
        JsonNode body,
        Optional<String> requestId) {
    /** The word at a JSON pointer ({@code /error/code}), where there is one that looks like an identifier. */
    public Optional<String> word(String pointer) {
        return Optional.of(body.at(pointer))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .filter(text -> text.matches("[A-Za-z][A-Za-z0-9_.\\[\\]-]{0,63}"));
    }

    /** Whether one of these occurs anywhere in what it says, without regard to case. */
    public boolean says(String... parts) {
        String all = body.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(parts).anyMatch(part -> all.contains(part.toLowerCase(Locale.ROOT)));
    }

    /** INVALID {@code vendor_refused_request}: the request is wrong and stays so. */
    public PlatformException invalid() {
        return invalid(Optional.empty());
    }

    /**
     * INVALID {@code vendor_refused_request}.
     *
     * @param at what is wrong, a word of {@link #word}
     */
    public PlatformException invalid(Optional<String> at) {
        String what = at.map(word -> " because of " + word).orElse("");
        return withDetails(
                PlatformException.invalid("vendor_refused_request", vendor + " refused the request" + what + "."));
    }

    /** DENIED {@code content_refused}: the vendor's safety system refused. */
    public PlatformException contentRefused() {
        return withDetails(PlatformException.denied(
                "content_refused", "The safety system of " + vendor + " refused the request or its result."));
    }

    /** EXHAUSTED {@code rate_limited}: too much at once; retryable when the headers say so, or soon. */
    public PlatformException rateLimited() {
        PlatformException e = withDetails(PlatformException.exhausted(
                "rate_limited", vendor + " takes no more requests of this account for now.", true));
        return pause().map(e::retryAfter).orElse(e);
    }

    /** EXHAUSTED {@code vendor_quota}: the account has no credit left; waiting does not help. */
    public PlatformException quotaSpent() {
        return withDetails(PlatformException.exhausted(
                "vendor_quota", "The account at " + vendor + " has no credit or quota left.", false));
    }

    /** UPSTREAM {@code vendor_auth}: the key is not accepted; only the operator can help. */
    public PlatformException notAccepted() {
        return withDetails(PlatformException.upstream(
                "vendor_auth", vendor + " does not accept the API key of this account.", false));
    }

    /**
     * UPSTREAM {@code vendor_gone}: the vendor has no such model, task or file any more. It is not NOT_FOUND, since what
     * the person asked for is there: it is the vendor who lost it.
     */
    public PlatformException gone() {
        return withDetails(PlatformException.upstream("vendor_gone", vendor + " has no such thing any more.", false));
    }

    /** UPSTREAM {@code vendor_unavailable}: it failed and may not the next time. */
    public PlatformException unavailable() {
        PlatformException e = withDetails(PlatformException.upstream(
                VendorFailure.UNAVAILABLE, vendor + " failed with status " + status + ".", true));
        return pause().map(e::retryAfter).orElse(e);
    }

    /** What the status alone means. */
    public PlatformException byStatus() {
        return switch (status) {
            case 401, 403 -> notAccepted();
            case 402 -> quotaSpent();
            case 404, 410 -> gone();
            case 408, 425 -> unavailable();
            case 429 -> rateLimited();
            default -> status >= 400 && status < 500 ? invalid() : unavailable();
        };
    }

    private Optional<Duration> pause() {
        return RateHeaders.pause(header, Instant.now());
    }

    private PlatformException withDetails(PlatformException e) {
        Map<String, String> more = new HashMap<>();
        more.put("vendorStatus", Integer.toString(status));
        return e.withDetails(VendorFailure.details(requestId, more));
    }
}
