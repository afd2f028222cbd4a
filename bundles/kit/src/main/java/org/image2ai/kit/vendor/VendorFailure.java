package org.image2ai.kit.vendor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;

/** The failures of a vendor that come without a refusal: it is silent, breaks off, or says what makes no sense. */
public final class VendorFailure {
    /** Code of what may be over soon. */
    static final String UNAVAILABLE = "vendor_unavailable";

    private VendorFailure() {}

    /**
     * The vendor failed and may not the next time.
     *
     * @param vendor its name
     * @param what what it did, in words that follow its name: {@code broke off its answer}
     * @param requestId the vendor's own id of the call
     */
    public static PlatformException unavailable(String vendor, String what, Optional<String> requestId) {
        return PlatformException.upstream(UNAVAILABLE, vendor + " " + what + ".", true)
                .withDetails(details(requestId, Map.of()));
    }

    /** Nobody wants the work any more. */
    public static PlatformException cancelled() {
        return PlatformException.conflict("cancelled", "The work was cancelled.");
    }

    /** An error of the way out, as what it means: nearly all of them are the vendor's, if we did not give up ourselves. */
    static PlatformException ofEgress(String vendor, PlatformException e, Optional<String> requestId) {
        if (Thread.currentThread().isInterrupted()) {
            return cancelled();
        }
        return switch (e.code()) {
            case "host_unreachable" ->
                unavailable(vendor, "cannot be talked to", requestId).causedBy(e);
            case "deadline_exceeded" ->
                unavailable(vendor, "did not answer in time", requestId).causedBy(e);
            case "too_many_redirects" ->
                unavailable(vendor, "redirects too often", requestId).causedBy(e);
            case "response_too_large" ->
                PlatformException.upstream("vendor_answer_too_large", vendor + " answered with too much.", false)
                        .withDetails(details(requestId, Map.of()))
                        .causedBy(e);
            case "host_not_allowed" ->
                PlatformException.upstream(
                                "vendor_host_refused",
                                vendor + " is at, or names, a host that may not be called: " + e.getMessage(),
                                false)
                        .withDetails(details(requestId, Map.of()))
                        .causedBy(e);
            default -> e;
        };
    }

    static Map<String, String> details(Optional<String> requestId, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        requestId.ifPresent(id -> details.put("vendorRequestId", id));
        return details;
    }
}
