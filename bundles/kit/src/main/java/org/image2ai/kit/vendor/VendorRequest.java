package org.image2ai.kit.vendor;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.CallContext;
import org.image2ai.api.egress.EgressRequest;

/**
 * One request to a vendor.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}, {@code DELETE} …
 * @param path what follows the base URL, from its slash on, or an absolute address that the vendor named
 * @param headers beside those that every request of the account has
 * @param body what is sent
 * @param deadline when nobody waits any more; the account's {@code timeoutSeconds} hold beside it
 * @param answerBytes the longest answer
 * @param retries as in {@link EgressRequest}
 */
public record VendorRequest(
        String method,
        String path,
        Map<String, String> headers,
        Optional<EgressRequest.Body> body,
        Optional<Instant> deadline,
        long answerBytes,
        int retries) {
    /** The longest answer of {@link VendorClient#json}. */
    static final long JSON_BYTES = 4L << 20;
    /** The longest answer with pictures in it: ten of 50 MB, in base64. */
    static final long PICTURES_BYTES = 700L << 20;

    private static final int READ_RETRIES = 2;

    public VendorRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(deadline, "deadline");
    }

    /** Asks for something, which may be done again. */
    public static VendorRequest get(String path) {
        return new VendorRequest(
                "GET", path, Map.of(), Optional.empty(), Optional.empty(), PICTURES_BYTES, READ_RETRIES);
    }

    /** Sends something, once. */
    public static VendorRequest post(String path, EgressRequest.Body body) {
        return new VendorRequest("POST", path, Map.of(), Optional.of(body), Optional.empty(), PICTURES_BYTES, 0);
    }

    /** Sends nothing but the request, once: {@code POST} or {@code PUT} to cancel, {@code DELETE}. */
    public static VendorRequest bare(String method, String path) {
        return new VendorRequest(method, path, Map.of(), Optional.empty(), Optional.empty(), PICTURES_BYTES, 0);
    }

    /** The same within the time that a caller has. */
    public VendorRequest within(CallContext context) {
        return new VendorRequest(method, path, headers, body, Optional.of(context.deadline()), answerBytes, retries);
    }

    /** The same until then. */
    public VendorRequest until(Instant end) {
        return new VendorRequest(method, path, headers, body, Optional.of(end), answerBytes, retries);
    }

    /** The same with a header. */
    public VendorRequest header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new VendorRequest(method, path, more, body, deadline, answerBytes, retries);
    }

    /** The same with a longest answer. */
    public VendorRequest upTo(long bytes) {
        return new VendorRequest(method, path, headers, body, deadline, bytes, retries);
    }

    /** The same, tried again so often where a retry does no harm: the vendor knows an idempotency key, say. */
    public VendorRequest retried(int times) {
        return new VendorRequest(method, path, headers, body, deadline, answerBytes, times);
    }
}
